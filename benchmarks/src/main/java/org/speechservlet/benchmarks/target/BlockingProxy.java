package org.speechservlet.benchmarks.target;

import java.net.URI;
import org.apache.catalina.startup.Tomcat;

/** {@link BlockingServlet} on Tomcat, with as many threads as uploads. */
final class BlockingProxy implements Target {
  static final int THREADS = 10_000;

  @Override
  public int start(URI upstream) throws Exception {
    TomcatContainer tomcat = new TomcatContainer(THREADS);
    Tomcat.addServlet(tomcat.application(), "blocking", new BlockingServlet(upstream));
    tomcat.application().addServletMapping("/*", "blocking");
    return tomcat.start();
  }
}
