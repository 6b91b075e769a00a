package org.speechservlet.servers.application;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.speechservlet.servers.container.Namespace;

/**
 * A web application that others have written.
 *
 * @param name of its file, and its context path on a server
 * @param product its name in the table
 * @param namespace where it looks for the Servlet API
 * @param speechFolder below which folder of the application speech is mapped: empty, or with a
 *     slash at its end
 * @param pages the first one is its front page
 * @param traits what is special about it
 * @param form the path of a page that is to get a button
 * @param fields which fields get one, as CSS selectors
 */
public record Application(
    String name,
    String product,
    Namespace namespace,
    String speechFolder,
    List<OwnPage> pages,
    Set<Trait> traits,
    String form,
    String fields) {

  /** Whether this is special about it. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** As the build copied it. */
  public String version() {
    return System.getProperty(name + ".version", "of unknown version");
  }

  /** The WAR as its makers published it. */
  public Path war() {
    return Path.of("target/applications").resolve(name + ".war").toAbsolutePath();
  }

  /** The pattern of the servlet mapping that speech gets in it. */
  public String mapping() {
    return "/" + speechFolder + "speech/*";
  }

  @Override
  public String toString() {
    return name;
  }
}
