package org.speechservlet.tool;

import java.util.List;
import java.util.Optional;

/** Finds speech that is in a WAR already. */
final class SpeechFinding {
  private static final String PACKAGE = "org.speechservlet.";

  private SpeechFinding() {}

  /**
   * Looks for it.
   *
   * @param webXml empty if the WAR has none
   * @param parts what its classes tell
   * @return what was found and what to do, in words; empty if there is none
   */
  static Optional<String> in(War war, Optional<WebXml> webXml, List<CodePart> parts) {
    Optional<String> added = webXml.flatMap(WebXml::added).map(begin -> byAdd(war, begin));
    return added.or(() -> webXml.flatMap(xml -> declared(war, xml))).or(() -> carried(war, parts));
  }

  private static String byAdd(War war, Marks.Begin begin) {
    return ("%s has speech already: \"add\" put in %s. To change it, take it out first:"
            + " remove %s --out OTHER.war.")
        .formatted(war.path(), War.LIB + begin.jarName(), war.path());
  }

  private static Optional<String> declared(War war, WebXml webXml) {
    return webXml
        .descriptor()
        .classNames()
        .filter(name -> name.startsWith(PACKAGE))
        .findFirst()
        .map(
            name ->
                ("%s has speech already: its web.xml declares %s, and not by \"add\". Take that"
                        + " out by hand first, or leave the WAR as it is.")
                    .formatted(war.path(), name));
  }

  private static Optional<String> carried(War war, List<CodePart> parts) {
    return parts.stream()
        .filter(CodePart::hasSpeech)
        .findFirst()
        .map(
            part ->
                ("%s has speech already: %s has classes of it, and its web.xml says nothing of"
                        + " them. Take them out first, or write the entries by hand.")
                    .formatted(war.path(), part.place()));
  }
}
