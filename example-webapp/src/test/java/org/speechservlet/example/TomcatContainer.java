package org.speechservlet.example;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;

final class TomcatContainer implements Container {
  private final Path base = Files.createTempDirectory("tomcat");
  private final Tomcat tomcat = new Tomcat();
  private @Nullable Context context;

  TomcatContainer() throws IOException, LifecycleException {
    Files.createDirectories(base.resolve("webapps"));
    tomcat.setBaseDir(base.toString());
    tomcat.getEngine().setDefaultHost("127.0.0.1");
    // Tomcat's own housekeeping thread borrows each application's class loader for a moment; one
    // that is
    // stopped in that moment is accused of having started the thread.
    tomcat.getEngine().setBackgroundProcessorDelay(-1);
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.setAddDefaultWebXmlToWebapp(false); // it would want a JSP engine
    tomcat.getHost(); // made when first asked for
    tomcat.start();
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public ClassLoader deploy() {
    Context deployed = tomcat.addWebapp("/portal", Built.WAR.toAbsolutePath().toString());
    context = deployed;
    if (!deployed.getState().isAvailable()) {
      throw new IllegalStateException("the WAR did not start; the log says why");
    }
    return deployed.getLoader().getClassLoader();
  }

  @Override
  public void undeploy() throws LifecycleException {
    Context deployed = context;
    context = null;
    if (deployed != null) {
      deployed.stop();
      tomcat.getHost().removeChild(deployed);
      deployed.destroy();
    }
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      deleteFiles();
    } catch (LifecycleException | IOException e) {
      throw new IllegalStateException("Tomcat did not stop", e);
    }
  }

  private void deleteFiles() throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
