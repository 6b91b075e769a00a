package org.speechservlet.browser;

import org.speechservlet.browser.site.ScriptedEngine;
import org.speechservlet.browser.site.Site;

/**
 * The portal with a recognizer that hears what a test wrote down.
 *
 * @param site the portal
 * @param engine what hears
 */
record ScriptedSite(Site site, ScriptedEngine engine) implements AutoCloseable {

  static ScriptedSite start() throws Exception {
    ScriptedEngine engine = new ScriptedEngine();
    return new ScriptedSite(Site.start(engine), engine);
  }

  /** The one that tests share. */
  static ScriptedSite of(SharedResources resources) throws Exception {
    return resources.get(ScriptedSite.class, ScriptedSite.class, ScriptedSite::start);
  }

  @Override
  public void close() {
    site.close();
  }
}
