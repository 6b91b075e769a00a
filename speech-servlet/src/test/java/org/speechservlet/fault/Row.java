package org.speechservlet.fault;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fault at all of its stages. */
record Row(Party party, Fault fault, Times times, Map<Stage, Ending> endings) {

  /**
   * @param endings one for each stage, or none where the fault makes no sense
   */
  static Row of(Party party, Fault fault, Times times, List<Optional<Ending>> endings) {
    if (endings.size() != Stage.values().length) {
      throw new IllegalArgumentException(fault + " has " + endings.size() + " endings");
    }
    Map<Stage, Ending> byStage = new EnumMap<>(Stage.class);
    Iterator<Optional<Ending>> inOrder = endings.iterator();
    for (Stage stage : Stage.values()) {
      inOrder.next().ifPresent(ending -> byStage.put(stage, ending));
    }
    return new Row(party, fault, times, byStage);
  }

  List<Cell> cells() {
    return endings.keySet().stream().map(this::cell).toList();
  }

  Cell cell(Stage stage) {
    Ending ending = endings.get(stage);
    if (ending == null) {
      throw new IllegalArgumentException(fault + " has no stage " + stage);
    }
    return new Cell(party, fault, times, stage, ending);
  }
}
