package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How one WAR gets speech: decided here, done elsewhere.
 *
 * @param change what differs in the new WAR
 * @param isNewWebXml whether the WAR had no web.xml
 * @param advice what a person should know, although it works
 */
record Addition(WarChange change, boolean isNewWebXml, List<String> advice) {
  Addition {
    advice = List.copyOf(advice);
  }

  /**
   * Decides.
   *
   * @param jar the bytes of the drop-in
   * @throws FailureException if this WAR cannot get speech from this drop-in
   */
  static Addition to(War war, DropIn dropIn, byte[] jar, AddOptions options)
      throws FailureException {
    Optional<WebXml> webXml = war.webXml();
    List<CodePart> parts = CodeScan.of(war);
    refuseSpeech(SpeechFinding.in(war, webXml, parts));
    Descriptor descriptor = webXml.map(WebXml::descriptor).orElseGet(Descriptor::none);
    NamespaceDecision decision = new NamespaceDecision(parts, descriptor.namespace());
    NamespaceMatch match = new NamespaceMatch(war, dropIn, decision, options.namespace());
    match.check();
    refuse(Conflicts.between(descriptor, options.entries()));
    List<String> advice = new ArrayList<>(match.advice());
    advice.addAll(Advice.about(war, descriptor, options.entries().mapping()));
    WarChange change = change(war, webXml, dropIn, jar, options.entries());
    return new Addition(change, webXml.isEmpty(), advice);
  }

  private static void refuseSpeech(Optional<String> found) throws FailureException {
    if (found.isPresent()) {
      throw new FailureException(ExitCode.HAS_SPEECH, found.get());
    }
  }

  private static void refuse(List<String> conflicts) throws FailureException {
    if (!conflicts.isEmpty()) {
      throw new FailureException(String.join("\n", conflicts));
    }
  }

  private static WarChange change(
      War war, Optional<WebXml> webXml, DropIn dropIn, byte[] jar, SpeechEntries entries)
      throws FailureException {
    WebXml before = webXml.isPresent() ? webXml.get() : WebXml.create(dropIn.namespace());
    byte[] after = before.add(entries, dropIn.fileName());
    checkUndo(before, after);
    Map<String, byte[]> appended = new TreeMap<>(Map.of(dropIn.entryName(), jar));
    if (war.entry(dropIn.entryName()).isPresent()) {
      throw new FailureException(
          "%s has an entry %s already, and it is not speech. Rename this JAR."
              .formatted(war.path(), dropIn.entryName()));
    }
    if (webXml.isPresent()) {
      return new WarChange(Map.of(War.WEB_XML, after), Set.of(), appended);
    }
    appended.put(War.WEB_XML, after);
    return new WarChange(Map.of(), Set.of(), appended);
  }

  private static boolean isSame(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && Arrays.equals(one.orElseGet(() -> new byte[0]), other.orElseGet(() -> new byte[0]));
  }

  /** Proves on the result itself that it can be read, and that the original can be had again. */
  private static void checkUndo(WebXml before, byte[] after) throws FailureException {
    WebXml changed = WebXml.read(after);
    if (changed.added().isEmpty() || !isSame(changed.remove(), before.bytes())) {
      throw new FailureException(
          "WEB-INF/web.xml is written in a way that the entries could not be taken out of again;"
              + " write them by hand.");
    }
  }
}
