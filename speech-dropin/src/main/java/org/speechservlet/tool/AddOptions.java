package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.speechservlet.config.SettingCheck;

/**
 * What {@code add} is asked for.
 *
 * @param files the WARs
 * @param entries what to declare
 * @param namespace the Servlet API, where the user tells it
 */
record AddOptions(WarOptions files, SpeechEntries entries, Optional<Namespace> namespace) {
  static final String MAPPING = "--mapping";
  static final String BUTTON = "--button";
  static final String SET = "--set";
  static final String NAMESPACE = "--namespace";

  private static final String PREFIX = "speech.";

  /** The options, for the command's syntax. */
  static List<Option> options() {
    List<Option> options = new ArrayList<>(WarOptions.options());
    options.add(Option.value(MAPPING));
    options.add(Option.value(BUTTON));
    options.add(Option.values(SET));
    options.add(Option.value(NAMESPACE));
    return options;
  }

  static AddOptions of(Arguments arguments) throws UsageException {
    Mapping mapping = Mapping.of(arguments.value(MAPPING).orElse(Mapping.DEFAULT));
    Optional<String> fields = arguments.value(BUTTON).map(String::strip);
    if (fields.filter(AddOptions::hasControls).isPresent()) {
      throw new UsageException("--button has a line end or another control character in it");
    }
    SpeechEntries entries = new SpeechEntries(mapping, fields, settings(arguments.values(SET)));
    return new AddOptions(WarOptions.of(arguments), entries, namespace(arguments));
  }

  /** Whether a text cannot be written into XML, or not on one line. */
  private static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static Optional<Namespace> namespace(Arguments arguments) throws UsageException {
    Optional<String> word = arguments.value(NAMESPACE);
    Optional<Namespace> namespace = word.flatMap(Namespace::ofWord);
    if (word.isPresent() && namespace.isEmpty()) {
      throw new UsageException("--namespace is " + word.get() + "; give javax or jakarta");
    }
    return namespace;
  }

  private static Map<String, String> settings(List<String> assignments) throws UsageException {
    Map<String, String> settings = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        problems.add("--set has no name=value, such as region=westeurope");
      } else {
        String given = assignment.substring(0, equals).strip();
        String name = given.startsWith(PREFIX) ? given : PREFIX + given;
        String value = assignment.substring(equals + 1).strip();
        problem(name, value).ifPresent(problems::add);
        if (settings.put(name, value) != null) {
          problems.add("--set gives " + name + " twice");
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return settings;
  }

  private static Optional<String> problem(String name, String value) {
    if (SettingCheck.isSecret(name)) {
      return Optional.of(
          "--set "
              + name
              + ": a key does not go into a WAR, which is copied around. Put it into the server's"
              + " environment as SPEECH_KEY, or into a file that speech.key-file names");
    }
    if (hasControls(value)) {
      return Optional.of("--set " + name + " has a control character in its value");
    }
    return SettingCheck.problem(name, value).map(problem -> "--set: " + problem);
  }
}
