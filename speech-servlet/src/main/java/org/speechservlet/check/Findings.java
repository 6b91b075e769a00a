package org.speechservlet.check;

import java.util.ArrayList;
import java.util.List;
import org.speechservlet.token.Authorization;

/**
 * What has been found until now, and what is being looked at. After {@link #giveUp} nothing is
 * added any more, so that a step which ends too late changes nothing. Thread-safe.
 */
final class Findings {
  /** What a text that is no credential could hold by chance. */
  private static final int SHORTEST_SECRET_CHARS = 4;

  private final List<String> secrets = new ArrayList<>();
  private final List<Finding> list = new ArrayList<>();
  private Step current = Step.SETTINGS;
  private boolean isClosed;

  synchronized void begin(Step step) {
    current = step;
  }

  synchronized void add(Verdict verdict, String words) {
    if (!isClosed) {
      String clean = words;
      for (String secret : secrets) {
        clean = clean.replace(secret, "<credential>");
      }
      list.add(new Finding(current, verdict, clean));
    }
  }

  /** Takes out of whatever is added from now on what a service might send back. */
  synchronized void hide(Authorization authorization) {
    authorization.applyTo(
        (name, value) -> {
          String secret = value.substring(value.lastIndexOf(' ') + 1);
          if (secret.length() >= SHORTEST_SECRET_CHARS) {
            secrets.add(secret);
          }
        });
  }

  void passed(String words) {
    add(Verdict.PASSED, words);
  }

  void warning(String words) {
    add(Verdict.WARNING, words);
  }

  void failed(String words) {
    add(Verdict.FAILED, words);
  }

  /** Adds a step that was left out. */
  synchronized void notTried(Step step, String because) {
    current = step;
    add(Verdict.NOT_TRIED, "Not tried, because " + because + ".");
  }

  /**
   * Closes the list with the reason why the step that is under way was given up.
   *
   * @param reason a sentence
   * @param because why what follows is not tried, without a full stop
   */
  synchronized void giveUp(String reason, String because) {
    failed(reason);
    for (Step step : List.of(Step.CREDENTIAL, Step.RECOGNITION)) {
      if (step.compareTo(current) > 0) {
        notTried(step, because);
      }
    }
    isClosed = true;
  }

  synchronized List<Finding> all() {
    return List.copyOf(list);
  }
}
