package org.speechservlet.example;

/** A servlet container into which the WAR is put and taken out again while it runs. */
interface Container extends AutoCloseable {

  /** Starts the container that the build asks for; Jetty if it does not. */
  static Container start() throws Exception {
    return switch (System.getProperty("container", "jetty")) {
      case "tomcat" -> new TomcatContainer();
      case "jetty" -> new JettyContainer();
      default -> throw new IllegalStateException("container must be jetty or tomcat");
    };
  }

  int port();

  /** Deploys the WAR as {@code /portal}, and returns the class loader that it got. */
  ClassLoader deploy() throws Exception;

  /** Takes it out again. */
  void undeploy() throws Exception;

  @Override
  void close();
}
