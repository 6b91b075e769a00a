package org.speechservlet.tool;

/** What the process tells a script that started it. */
enum ExitCode {
  /** Done; of a check: all is well. */
  DONE(0),
  /** Could not be done, and nothing was changed; of a check: something is wrong. */
  FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The WAR has speech already. */
  HAS_SPEECH(3),
  /** The WAR has nothing that {@code add} put in. */
  HAS_NO_SPEECH(4),
  /** The WAR needs the drop-in of the other Servlet namespace, or says too little to tell. */
  OTHER_NAMESPACE(5);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The status of the process, 0 to 5. */
  int status() {
    return status;
  }
}
