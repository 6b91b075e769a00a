package org.speechservlet.browser.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.speechservlet.browser.Browser;
import org.speechservlet.browser.BrowserKind;
import org.speechservlet.browser.ColorScheme;
import org.speechservlet.browser.DictatedField;
import org.speechservlet.browser.MicrophoneAccess;
import org.speechservlet.browser.Speech;
import org.speechservlet.browser.site.ScriptedEngine;
import org.speechservlet.browser.site.Site;

/**
 * Takes the pictures of the portal that the documents show, while somebody dictates into it.
 *
 * <p>Argument: the folder that they go into.
 */
public final class PicturesMain {

  private static final int HEIGHT = 900;

  private final Site site;
  private final ScriptedEngine engine;
  private final Path folder;

  private PicturesMain(Site site, ScriptedEngine engine, Path folder) {
    this.site = site;
    this.engine = engine;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    ScriptedEngine engine = new ScriptedEngine();
    try (Site site = Site.start(engine)) {
      PicturesMain pictures = new PicturesMain(site, engine, folder);
      pictures.take(ColorScheme.LIGHT, 1100, "portal.png");
      pictures.take(ColorScheme.DARK, 1100, "portal-dark.png");
      pictures.take(ColorScheme.LIGHT, 320, "portal-narrow.png");
    }
  }

  /** One phrase stands in the note already, and the next is spoken. */
  private void take(ColorScheme scheme, int width, String name) throws IOException {
    try (Browser browser = BrowserKind.CHROMIUM.start(MicrophoneAccess.GRANTED, scheme)) {
      engine.hear("water came through the ceiling of the kitchen last night");
      browser.resize(width, HEIGHT);
      browser.open(site.uri());
      browser.evaluate("(find('#customer').value = 'Sample & Sons')");
      browser.evaluate("(find('#subject').value = 'Water damage in the kitchen')");
      DictatedField note = new DictatedField(browser, "note");
      note.dictate(Speech.phrases("doctor", "patient"));
      browser.await("find('#note').value !== ''", "document.body.innerText");
      Files.write(folder.resolve(name), browser.screenshot());
      note.finish();
    }
  }
}
