package org.speechservlet.example;

import java.util.Map;

/** The Speech API that the portal talks to. */
interface SpeechService extends AutoCloseable {

  /** Context parameters of the web application, which lead it to this service. */
  Map<String, String> settings();

  /** Which service this is, for the console. */
  String inWords();

  /** Ends what was started for the portal. */
  @Override
  void close();
}
