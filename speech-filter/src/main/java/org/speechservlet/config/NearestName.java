package org.speechservlet.config;

import java.util.Comparator;
import java.util.List;

/** Internal. Finds the name that was meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the name with the least edit distance.
   *
   * @param written what was written
   * @param known the names to choose from, at least one
   * @return one of {@code known}
   */
  public static String of(String written, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .orElseThrow();
  }

  /** Counts the insertions, deletions and substitutions between two texts (Levenshtein). */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitution = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
