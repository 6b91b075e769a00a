package org.speechservlet.servers.container;

/** The packages in which a server has the Servlet API. */
public enum Namespace {
  JAKARTA,
  JAVAX
}
