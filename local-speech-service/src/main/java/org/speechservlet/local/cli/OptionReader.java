package org.speechservlet.local.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads options by name and kind. Problems are collected, so that the operator reads all of them at
 * once; an option with a problem counts as absent. Values of keys are in no message.
 */
final class OptionReader {

  private static final Set<String> NAMES =
      Set.of(
          "--port",
          "--host",
          "--key",
          "--secondary-key",
          "--token-life",
          "--idle-timeout",
          "--request-timeout",
          "--max-audio",
          "--language",
          "--recognizers",
          "--engine",
          "--log");

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  OptionReader(List<String> args) {
    List<String> rest = new ArrayList<>(args);
    while (!rest.isEmpty()) {
      readOption(rest);
    }
  }

  private void readOption(List<String> rest) {
    String[] nameAndValue = rest.remove(0).split("=", 2);
    String name = nameAndValue[0];
    if (!NAMES.contains(name)) {
      problems.add(name + " is no option");
    } else if (nameAndValue.length == 2) {
      put(name, nameAndValue[1]);
    } else if (rest.isEmpty() || NAMES.contains(rest.get(0))) {
      problems.add(name + " has no value");
    } else {
      put(name, rest.remove(0));
    }
  }

  private void put(String name, String value) {
    if (value.isBlank()) {
      problems.add(name + " has an empty value");
    } else if (values.putIfAbsent(name, value) != null) {
      problems.add(name + " is given twice");
    }
  }

  /** Adds a problem when one option is given without the other. */
  void requireWith(String name, String other) {
    if (values.containsKey(name) && !values.containsKey(other)) {
      problems.add(name + " is given without " + other);
    }
  }

  /**
   * Ends the reading.
   *
   * @throws UsageException when there was any problem
   */
  void throwProblems() throws UsageException {
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The values of those of the options that are given, in this order. */
  List<String> texts(String... names) {
    return Arrays.stream(names).map(this::text).flatMap(Optional::stream).toList();
  }

  Optional<Integer> number(String name, int min, int max) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    problems.add(name + " is " + text.get() + "; give " + min + " to " + max);
    return Optional.empty();
  }

  /** A duration of 1 ms to 1 day. */
  Optional<Duration> duration(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration value = Duration.parse(text.get());
      if (value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0) {
        return Optional.of(value);
      }
    } catch (DateTimeParseException e) {
      // Reported below, like a duration out of range.
    }
    problems.add(name + " is " + text.get() + "; give a duration of PT0.001S to PT24H, as PT20S");
    return Optional.empty();
  }

  /** Language tags separated by commas, in canonical form. */
  List<String> languages(String name, String whenAbsent) {
    List<String> tags = new ArrayList<>();
    for (String text : text(name).orElse(whenAbsent).split(",", -1)) {
      try {
        tags.add(new Locale.Builder().setLanguageTag(text.trim()).build().toLanguageTag());
      } catch (IllformedLocaleException e) {
        problems.add(name + " is " + text + "; give BCP 47 tags, as en-US");
      }
    }
    return tags.isEmpty() ? List.of(whenAbsent) : tags;
  }

  Optional<LogLevel> logLevel(String name) {
    Optional<String> text = text(name);
    for (LogLevel level : LogLevel.values()) {
      if (text.isPresent() && text.get().equals(level.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(level);
      }
    }
    text.ifPresent(
        value -> problems.add(name + " is " + value + "; give off, warn, info or debug"));
    return Optional.empty();
  }
}
