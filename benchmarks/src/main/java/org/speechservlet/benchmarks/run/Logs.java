package org.speechservlet.benchmarks.run;

import java.nio.file.Path;

/**
 * Where processes log.
 *
 * @param folder which exists
 */
record Logs(Path folder) {

  Path of(String process) {
    return folder.resolve(process + ".log");
  }
}
