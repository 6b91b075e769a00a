package org.speechservlet.benchmarks.target;

import java.net.URI;
import java.util.Map;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** The proxy servlet that many applications carry, on Tomcat: a thread for each upload. */
final class MitreProxy implements Target {

  @Override
  public int start(URI upstream) throws Exception {
    TomcatContainer tomcat = new TomcatContainer(BlockingProxy.THREADS);
    Wrapper servlet =
        Tomcat.addServlet(
            tomcat.application(), "proxy", "org.mitre.dsmiley.httpproxy.ProxyServlet");
    Map.of(
            "targetUri", upstream.toString(),
            "http.maxConnections", "20000",
            "http.read.timeout", "120000",
            "log", "false")
        .forEach(servlet::addInitParameter);
    servlet.setLoadOnStartup(1);
    tomcat.application().addServletMapping("/*", "proxy");
    return tomcat.start();
  }
}
