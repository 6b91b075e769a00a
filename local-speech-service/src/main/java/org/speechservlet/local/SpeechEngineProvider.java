package org.speechservlet.local;

/** Makes one kind of engine; found with {@link java.util.ServiceLoader}. */
public interface SpeechEngineProvider {

  /** The name by which the engine is chosen. */
  String name();

  /** Makes an engine, which the caller closes. */
  SpeechEngine create(EngineOptions options);
}
