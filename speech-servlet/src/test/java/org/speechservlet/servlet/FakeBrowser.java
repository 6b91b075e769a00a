package org.speechservlet.servlet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser that sends what a test says, when it says it, and keeps what it is told. */
final class FakeBrowser implements Browser {
  final List<Answer> answers = new ArrayList<>();
  boolean startedReading;
  boolean waitsForContinue;
  boolean completed;

  private final long announcedBytes;
  private final StringBuilder waiting = new StringBuilder();
  private boolean atEnd;
  private boolean cut;
  private @Nullable Listener listener;

  FakeBrowser(long announcedBytes) {
    this.announcedBytes = announcedBytes;
  }

  /** One that has sent all of it. */
  static FakeBrowser sending(String content) {
    return new FakeBrowser(content.length()).send(content).end();
  }

  FakeBrowser send(String content) {
    waiting.append(content);
    tell();
    return this;
  }

  FakeBrowser end() {
    atEnd = true;
    tell();
    return this;
  }

  FakeBrowser cut() {
    cut = true;
    if (listener != null) {
      listener.uploadFailed(new IOException("cut by the test"));
    }
    return this;
  }

  /** What it sends is broken, but it is there. */
  void breakOff() {
    if (listener != null) {
      listener.uploadFailed(new IOException("broken by the test"));
    }
  }

  private void tell() {
    if (listener != null) {
      listener.readable();
    }
  }

  Answer answer() {
    if (answers.size() != 1) {
      throw new AssertionError("not one answer: " + answers);
    }
    return answers.get(0);
  }

  @Override
  public void startReading(Listener newListener) {
    startedReading = true;
    listener = newListener;
    newListener.readable();
  }

  @Override
  public long announcedBytes() {
    return announcedBytes;
  }

  @Override
  public boolean expectsContinue() {
    return waitsForContinue;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    if (!startedReading || completed) {
      throw new IllegalStateException("read before its time or after");
    }
    if (cut) {
      throw new IOException("cut by the test");
    }
    if (waiting.isEmpty()) {
      return atEnd ? END : NOTHING_YET;
    }
    int count = Math.min(buffer.length, waiting.length());
    for (int i = 0; i < count; i++) {
      buffer[i] = (byte) waiting.charAt(i);
    }
    waiting.delete(0, count);
    return count;
  }

  @Override
  public void answer(Answer answer) throws IOException {
    if (completed) {
      throw new IllegalStateException("answered after its completion");
    }
    answers.add(answer);
    if (cut) {
      throw new IOException("cut by the test");
    }
  }

  @Override
  public void complete() {
    if (completed) {
      throw new IllegalStateException("completed twice");
    }
    completed = true;
  }
}
