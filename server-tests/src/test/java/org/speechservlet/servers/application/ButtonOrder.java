package org.speechservlet.servers.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.speechservlet.servers.war.WarFile;

/**
 * Where the button's filter stands among the filters of an application. The tool puts it last. A
 * filter in front of it that answers by itself, as those of Wicket and Struts do, or forwards,
 * keeps pages from it; then a maintainer moves the mapping to the front.
 */
public final class ButtonOrder {

  private static final Pattern MAPPING =
      Pattern.compile(
          "<filter-mapping>\\s*<filter-name>speech-button</filter-name>.*?</filter-mapping>",
          Pattern.DOTALL);
  private static final String FIRST = "<filter-mapping>";

  private ButtonOrder() {}

  /** Moves the mapping in front of all others. */
  public static void first(Path war) throws IOException {
    WarFile.copyOf(war).describedBy(ButtonOrder::moved).write(war);
  }

  private static String moved(String webXml) {
    Matcher mapping = MAPPING.matcher(webXml);
    if (!mapping.find()) {
      throw new IllegalArgumentException("There is no mapping of speech-button in " + webXml);
    }
    String rest = webXml.substring(0, mapping.start()) + webXml.substring(mapping.end());
    int first = rest.indexOf(FIRST);
    return rest.substring(0, first) + mapping.group() + rest.substring(first);
  }
}
