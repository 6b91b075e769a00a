package org.speechservlet.servlet;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.descriptor.web.ContextEnvironment;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.speechservlet.token.SpeechTokenFilter;

final class TomcatServer implements WebServer {
  private final Path baseDirectory = Files.createTempDirectory("tomcat");
  private final Tomcat tomcat = new Tomcat();
  private final Context context;
  private final Deployment deployment;
  private final PageFiles files;

  TomcatServer(Deployment deployment) throws Exception {
    this.deployment = deployment;
    this.files = PageFiles.of(deployment.files);
    tomcat.setBaseDir(baseDirectory.toString());
    tomcat.getEngine().setDefaultHost("127.0.0.1");
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    if (deployment.idleTimeout != null) {
      tomcat
          .getConnector()
          .setProperty("connectionTimeout", Long.toString(deployment.idleTimeout.toMillis()));
    }
    if (!deployment.environmentEntries.isEmpty()) {
      tomcat.enableNaming(); // for the whole virtual machine, so no more often than needed
    }
    context = tomcat.addContext(deployment.contextPath, files.folder().toString());
    deployment.contextParams.forEach(context::addParameter);
    context.addServletContainerInitializer(
        (types, started) -> deployment.attributes.forEach(started::setAttribute), null);
    deployment.environmentEntries.forEach(this::addEnvironmentEntry);
    for (Deployment.OwnFilter own : deployment.ownFilters) {
      addFilter(own.name(), own.filter().get(), own.asyncSupported());
    }
    if (deployment.tokenFilter) {
      addFilter("speech-token", new SpeechTokenFilter(), true);
    }
    addPages();
    Wrapper servlet = Tomcat.addServlet(context, "speech", SpeechServlet.class.getName());
    servlet.setAsyncSupported(true);
    addMapping(deployment.mapping, "speech");
    tomcat.start();
  }

  /** Its successor is not in every version of Tomcat that embeds this way. */
  @SuppressWarnings("deprecation")
  private void addMapping(String mapping, String servlet) {
    context.addServletMappingDecoded(mapping, servlet, false);
  }

  private void addPages() {
    deployment.pageFilters.forEach(this::addPageFilter);
    deployment.pages.forEach(
        (mapping, page) -> {
          Tomcat.addServlet(context, mapping, page.servlet()).setAsyncSupported(true);
          addMapping(mapping, mapping);
        });
    Tomcat.addServlet(context, "default", new DefaultServlet()).setAsyncSupported(true);
    addMapping("/", "default");
    context.addMimeMapping("html", "text/html");
    deployment.errorPages.forEach(this::addErrorPage);
  }

  private void addPageFilter(Deployment.PageFilter page) {
    FilterDef definition = addDefinition(page.name(), page.filter().get(), true);
    page.initParams().forEach(definition::addInitParameter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(page.name());
    mapping.addURLPattern("/*");
    page.dispatchers().forEach(type -> mapping.setDispatcher(type.name()));
    context.addFilterMap(mapping);
  }

  private void addErrorPage(int status, String path) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(status);
    page.setLocation(path);
    context.addErrorPage(page);
  }

  private void addEnvironmentEntry(String name, String value) {
    ContextEnvironment entry = new ContextEnvironment();
    entry.setName(name);
    entry.setType(String.class.getName());
    entry.setValue(value);
    context.getNamingResources().addEnvironment(entry);
  }

  private FilterDef addDefinition(String name, Filter filter, boolean asyncSupported) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilterClass(filter.getClass().getName());
    definition.setFilter(filter);
    definition.setAsyncSupported(Boolean.toString(asyncSupported));
    context.addFilterDef(definition);
    return definition;
  }

  private void addFilter(String name, Filter filter, boolean asyncSupported) {
    addDefinition(name, filter, asyncSupported);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(name);
    mapping.addURLPattern(deployment.mapping);
    context.addFilterMap(mapping);
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  /** Tomcat counts the one that it is about to accept. */
  @Override
  public int connections() {
    return Math.max(0, (int) protocol().getConnectionCount() - 1);
  }

  @Override
  public int busyThreads() {
    return ((ThreadPoolExecutor) protocol().getExecutor()).getActiveCount();
  }

  private AbstractProtocol<?> protocol() {
    return (AbstractProtocol<?>) tomcat.getConnector().getProtocolHandler();
  }

  @Override
  public URI base() {
    return URI.create(
        "http://127.0.0.1:"
            + port()
            + deployment.contextPath
            + deployment.mapping.replace("*", ""));
  }

  @Override
  public void undeploy() {
    tomcat.getHost().removeChild(context);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      files.close();
      new PageFiles(baseDirectory).close();
    } catch (LifecycleException | IOException e) {
      throw new IllegalStateException("Tomcat did not stop", e);
    }
  }
}
