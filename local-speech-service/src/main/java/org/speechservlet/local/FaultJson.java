package org.speechservlet.local;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.FaultState;

/** Shows faults to an operator, in the words of {@link FaultForm}. */
final class FaultJson {

  private FaultJson() {}

  static String of(List<FaultState> states) {
    JsonArrayBuilder faults = Json.createArrayBuilder();
    states.forEach(state -> faults.add(of(state)));
    return Json.createObjectBuilder().add("faults", faults).build().toString();
  }

  private static JsonObjectBuilder of(FaultState state) {
    Fault fault = state.fault();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", state.id())
            .add("on", FaultForm.nameOf(fault.target()))
            .add("at", FaultForm.nameOf(fault.moment()))
            .add("do", nameOf(fault.action()))
            .add("skipped", state.skipped())
            .add("happened", state.happened());
    if (fault.maxCount() < Integer.MAX_VALUE) {
      json.add("count", fault.maxCount());
    }
    state.endsAt().ifPresent(end -> json.add("ends", end.toString()));
    return json;
  }

  private static String nameOf(Action action) {
    if (action instanceof Action.Respond respond) {
      return Integer.toString(respond.answer().status());
    }
    if (action instanceof Action.Stall stall) {
      return "stall of " + stall.time();
    }
    if (action instanceof Action.Reset) {
      return "reset";
    }
    if (action instanceof Action.Disconnect) {
      return "disconnect";
    }
    return action instanceof Action.Garbage ? "garbage" : "answer";
  }
}
