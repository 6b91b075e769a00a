package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one WAR loses what {@code add} put in: decided here, done elsewhere.
 *
 * @param change what differs in the new WAR
 * @param advice what a person should know
 */
record Removal(WarChange change, List<String> advice) {
  Removal {
    advice = List.copyOf(advice);
  }

  /**
   * Decides.
   *
   * @throws FailureException if {@code add} was not at work on this WAR
   */
  static Removal from(War war) throws FailureException {
    Optional<WebXml> webXml = war.webXml();
    Optional<Marks.Begin> added = webXml.flatMap(WebXml::added);
    if (webXml.isEmpty() || added.isEmpty()) {
      throw nothingToDo(war, webXml);
    }
    return from(war, webXml.get(), War.LIB + added.get().jarName());
  }

  private static Removal from(War war, WebXml webXml, String jarEntry) {
    List<String> advice = new ArrayList<>(Advice.signature(war));
    if (war.entry(jarEntry).isEmpty()) {
      advice.add(jarEntry + ", which was added, is not there any more");
    }
    Set<String> dropped = new HashSet<>(Set.of(jarEntry));
    Map<String, byte[]> replaced = new HashMap<>();
    webXml
        .remove()
        .ifPresentOrElse(
            before -> replaced.put(War.WEB_XML, before), () -> dropped.add(War.WEB_XML));
    return new Removal(new WarChange(replaced, dropped, Map.of()), advice);
  }

  private static FailureException nothingToDo(War war, Optional<WebXml> webXml)
      throws FailureException {
    String byHand =
        SpeechFinding.in(war, webXml, CodeScan.of(war)).isPresent()
            ? " The speech that it has was put in by hand, and is left to be taken out by hand."
            : "";
    return new FailureException(
        ExitCode.HAS_NO_SPEECH,
        ("%s has nothing that \"add\" put in: there are no comments speech-servlet:begin"
                + " and speech-servlet:end in its web.xml.%s")
            .formatted(war.path(), byHand));
  }
}
