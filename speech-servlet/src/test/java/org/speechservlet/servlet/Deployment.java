package org.speechservlet.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A web application with the speech servlet, as a maintainer's web.xml would declare it. */
public final class Deployment {

  /**
   * A filter of the maintainer's own, in front of the servlet.
   *
   * @param asyncSupported what its declaration says
   */
  record OwnFilter(String name, Supplier<? extends Filter> filter, boolean asyncSupported) {}

  /**
   * A filter for pages, behind the filters in front of the servlet.
   *
   * @param initParams are given to it
   * @param dispatchers to which it is mapped
   */
  record PageFilter(
      String name,
      Supplier<? extends Filter> filter,
      Map<String, String> initParams,
      Set<DispatcherType> dispatchers) {}

  final String contextPath;
  final String mapping;
  final Map<String, String> contextParams = new LinkedHashMap<>();
  final Map<String, Object> attributes = new LinkedHashMap<>();
  final Map<String, String> environmentEntries = new LinkedHashMap<>();
  final List<OwnFilter> ownFilters = new ArrayList<>();
  final List<PageFilter> pageFilters = new ArrayList<>();
  final Map<String, OwnPage> pages = new LinkedHashMap<>();
  final Map<String, String> files = new LinkedHashMap<>();
  final Map<Integer, String> errorPages = new LinkedHashMap<>();
  boolean tokenFilter = true;
  @Nullable Duration idleTimeout;

  Deployment() {
    this("/portal", "/speech/*");
  }

  public Deployment(String contextPath, String mapping) {
    this.contextPath = contextPath;
    this.mapping = mapping;
  }

  /** The container's own: how long a connection may be silent. */
  public Deployment withIdleTimeout(Duration timeout) {
    idleTimeout = timeout;
    return this;
  }

  public Deployment with(String setting, String value) {
    contextParams.put(setting, value);
    return this;
  }

  /** An attribute that the application sets before its servlets start. */
  Deployment withAttribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  /** An entry below {@code java:comp/env/}; on Tomcat only. */
  Deployment withEnvironmentEntry(String name, String value) {
    environmentEntries.put(name, value);
    return this;
  }

  Deployment with(OwnFilter filter) {
    ownFilters.add(filter);
    return this;
  }

  Deployment with(PageFilter filter) {
    pageFilters.add(filter);
    return this;
  }

  /** A page below the context, which supports asynchronous processing. */
  Deployment withPage(String mapping, OwnPage page) {
    pages.put(mapping, page);
    return this;
  }

  /** A file that the container serves. */
  Deployment withFile(String name, String content) {
    files.put(name, content);
    return this;
  }

  Deployment withErrorPage(int status, String path) {
    errorPages.put(status, path);
    return this;
  }

  Deployment withoutTokenFilter() {
    tokenFilter = false;
    return this;
  }
}
