package org.speechservlet.benchmarks.target;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.speechservlet.servlet.SpeechServlet;
import org.speechservlet.token.SpeechTokenFilter;

/** The servlet with its filter on Jetty. */
final class SpeechOnJetty implements Target {
  private static final int THREADS = 200;

  @Override
  public int start(URI upstream) throws Exception {
    ServletContextHandler application = new ServletContextHandler("/");
    SpeechSettings.of(upstream).forEach(application::setInitParameter);
    FilterHolder filter = new FilterHolder(SpeechTokenFilter.class);
    filter.setAsyncSupported(true);
    application.addFilter(filter, SpeechSettings.MAPPING, EnumSet.of(DispatcherType.REQUEST));
    ServletHolder servlet = new ServletHolder("speech", SpeechServlet.class);
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1);
    application.addServlet(servlet, SpeechSettings.MAPPING);
    return JettyContainer.start(application, THREADS);
  }
}
