package org.speechservlet.benchmarks.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Named numbers, as one process tells them to another: {@code name=value} with spaces between.
 *
 * @param values by name
 */
public record Figures(Map<String, Double> values) {

  /** Reads what {@link #toString} wrote. */
  public static Figures parse(String line) {
    Map<String, Double> values = new TreeMap<>();
    for (String pair : line.strip().split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(pair.substring(0, equals), Double.valueOf(pair.substring(equals + 1)));
      }
    }
    return new Figures(values);
  }

  /** The number of that name, which must be there. */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("There is no " + name + " in " + this);
    }
    return value;
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
