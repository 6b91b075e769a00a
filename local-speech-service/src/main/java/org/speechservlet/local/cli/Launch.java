package org.speechservlet.local.cli;

import org.speechservlet.local.LocalSpeechService;

/** What a launch came to. */
sealed interface Launch {

  /** The service runs. */
  record Running(LocalSpeechService service) implements Launch {}

  /** Everything that there was to say has been said. */
  record Finished(int exitCode) implements Launch {}
}
