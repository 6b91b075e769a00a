package org.speechservlet.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking all settings up. Holds no secret but in {@link #settings()}.
 *
 * @param lines every setting, in the order in which they are shown
 * @param notes what can be used and still deserves a look, as sentences
 * @param problems what is wrong, as sentences; empty if the settings can be used
 * @param settings the settings; null if there are problems
 */
public record SettingsReading(
    List<Line> lines,
    List<String> notes,
    List<String> problems,
    @Nullable SpeechSettings settings) {

  /** Copies the lists. */
  public SettingsReading {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * One setting as it may be shown.
   *
   * @param name such as {@code speech.region}
   * @param text its value, secrets masked
   * @param place where it was given, such as {@code environment SPEECH_REGION}, or why it was not
   * @param isGiven whether it was given, rather than left at its default
   */
  public record Line(String name, String text, String place, boolean isGiven) {
    /** Checks the parts. */
    public Line {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(place, "place");
    }
  }

  /**
   * Returns the settings.
   *
   * @throws SettingsException naming every problem, if there is any
   */
  public SpeechSettings require() {
    if (settings == null) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  @Override
  public String toString() {
    return "SettingsReading[" + lines + ", notes=" + notes + ", problems=" + problems + "]";
  }
}
