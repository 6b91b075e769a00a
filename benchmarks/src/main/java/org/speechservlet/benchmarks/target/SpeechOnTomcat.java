package org.speechservlet.benchmarks.target;

import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.speechservlet.servlet.SpeechServlet;
import org.speechservlet.token.SpeechTokenFilter;

/** The servlet with its filter on Tomcat. */
final class SpeechOnTomcat implements Target {
  private static final int THREADS = 200;
  private static final String FILTER = "speech-token";

  @Override
  public int start(URI upstream) throws Exception {
    TomcatContainer tomcat = new TomcatContainer(THREADS);
    Context application = tomcat.application();
    SpeechSettings.of(upstream).forEach(application::addParameter);
    addFilter(application);
    Wrapper servlet = Tomcat.addServlet(application, "speech", SpeechServlet.class.getName());
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    application.addServletMapping(SpeechSettings.MAPPING, "speech");
    return tomcat.start();
  }

  private static void addFilter(Context application) {
    FilterDef filter = new FilterDef();
    filter.setFilterName(FILTER);
    filter.setFilterClass(SpeechTokenFilter.class.getName());
    filter.setAsyncSupported("true");
    application.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(FILTER);
    mapping.addURLPattern(SpeechSettings.MAPPING);
    application.addFilterMap(mapping);
  }
}
