package org.speechservlet.dropin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.logging.Logger;

/** Logs from the JAR in a server's shared folder, below which an application has logged before. */
public final class SharedFolderMain {
  private SharedFolderMain() {}

  /** Takes no arguments; what it logs is up to the log manager that the virtual machine has. */
  public static void main(String[] args) throws Exception {
    ClassLoader server = SharedFolderMain.class.getClassLoader();
    Logger.getLogger("server").info("the server is there");
    try (IsolatedDropin shared = new IsolatedDropin(List.of(), server);
        URLClassLoader application = new URLClassLoader(new URL[0], shared)) {
      Thread.currentThread().setContextClassLoader(application);
      Logger.getLogger("application").info("the application is there");
      shared.run(LoggingProbe.class);
    }
  }
}
