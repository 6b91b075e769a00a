package org.speechservlet.local.accuracy;

import java.util.List;

/**
 * What turns the words that were said into those that were heard, with the fewest changes.
 *
 * @param words how many words were said
 * @param insertions how many were heard that nobody said
 * @param deletions how many were said and not heard
 * @param substitutions how many were taken for others
 */
record WordErrors(int words, int insertions, int deletions, int substitutions) {

  static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

  /** Aligns two texts (Levenshtein). */
  static WordErrors between(List<String> said, List<String> heard) {
    WordErrors[] row = new WordErrors[heard.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = new WordErrors(0, j, 0, 0);
    }
    for (String word : said) {
      row = next(row, word, heard);
    }
    return row[heard.size()];
  }

  /**
   * From the best alignments of some words said with each beginning of those heard, one more said.
   */
  private static WordErrors[] next(WordErrors[] before, String said, List<String> heard) {
    WordErrors[] row = new WordErrors[before.length];
    row[0] = before[0].plus(new WordErrors(1, 0, 1, 0));
    for (int j = 1; j < row.length; j++) {
      int difference = said.equals(heard.get(j - 1)) ? 0 : 1;
      WordErrors best = before[j - 1].plus(new WordErrors(1, 0, 0, difference));
      best = best.orBetter(before[j].plus(new WordErrors(1, 0, 1, 0)));
      row[j] = best.orBetter(row[j - 1].plus(new WordErrors(0, 1, 0, 0)));
    }
    return row;
  }

  private WordErrors orBetter(WordErrors other) {
    return other.errors() < errors() ? other : this;
  }

  WordErrors plus(WordErrors other) {
    return new WordErrors(
        words + other.words,
        insertions + other.insertions,
        deletions + other.deletions,
        substitutions + other.substitutions);
  }

  int errors() {
    return insertions + deletions + substitutions;
  }

  /** In percent; not a number when nothing was said. */
  double ratePercent() {
    return 100.0 * errors() / words;
  }
}
