package org.speechservlet.local;

/**
 * Makes a {@link SpeechEngine}. Found by {@link java.util.ServiceLoader}: a JAR with another engine
 * names its provider in {@code META-INF/services/org.speechservlet.local.SpeechEngineProvider}, and
 * has a public constructor without parameters.
 */
public interface SpeechEngineProvider {

  /** The engine's short name, which {@code --engine} selects: lower case, without spaces. */
  String name();

  /**
   * Loads the engine; may take seconds.
   *
   * @throws IllegalArgumentException when the options ask for what the engine cannot do, with a
   *     message for the operator
   * @throws IllegalStateException when its model cannot be loaded
   */
  SpeechEngine create(EngineOptions options);
}
