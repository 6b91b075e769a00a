package org.speechservlet.browser;

/**
 * What a browser's pages hear: the faint hiss of a quiet room, and in it what is spoken.
 *
 * <p>Some browsers play a file from the moment that a page listens, others hear this machine's
 * sound. So what is to be said is told before the page listens, and once more when it does.
 */
public interface Microphone extends AutoCloseable {

  /** What the next page that asks for a microphone will hear. */
  void prepare(Recording recording);

  /** Speaks what was prepared, if that did not begin by itself when the page began to listen. */
  void speak();

  @Override
  void close();
}
