package org.speechservlet.quota;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts in a map that several nodes of a test share. */
final class FakeTexts implements SharedTexts {
  private final Map<String, String> texts = new HashMap<>();
  private @Nullable RuntimeException failure;
  private int replacements;
  private boolean closed;

  synchronized void fail(RuntimeException newFailure) {
    failure = newFailure;
  }

  @Override
  public synchronized @Nullable String get(String name) {
    if (failure != null) {
      throw failure;
    }
    return texts.get(name);
  }

  @Override
  public synchronized boolean replace(String name, @Nullable String before, String after) {
    if (failure != null) {
      throw failure;
    }
    boolean same = before == null ? !texts.containsKey(name) : before.equals(texts.get(name));
    if (same) {
      texts.put(name, after);
      replacements++;
      notifyAll();
    }
    return same;
  }

  synchronized void awaitReplacements(int count) throws InterruptedException {
    while (replacements < count) {
      wait(30_000);
    }
  }

  synchronized int replacements() {
    return replacements;
  }

  synchronized void reopen() {
    closed = false;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
