package org.speechservlet.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ES modules of the dictation button: the entry {@code dictation.js}, whose address stays, and
 * the modules that it leads to, whose address has a hash of their content.
 *
 * <p>A module names another as {@code './name.js'}, in an import or a URL. What is not named by
 * another one that way is not served. The entry is kept as it stands in the source but for the
 * folder's name, so that the sources work from any web server too.
 *
 * <p>Immutable.
 */
final class DictationModules {
  static final String ENTRY = "dictation.js";

  private static final String FOLDER = "dictation/";

  private static final Pattern FROM_ENTRY = Pattern.compile("'\\./dictation/([a-z0-9-]+\\.js)'");
  private static final Pattern FROM_MODULE = Pattern.compile("'\\./([a-z0-9-]+\\.js)'");

  private final Map<String, byte[]> modules = new TreeMap<>();
  private final String version;
  private final byte[] entry;

  /** {@code files} gives a file's content by its name, from the folder of the entry on. */
  DictationModules(Function<String, byte[]> files) {
    String source = new String(files.apply(ENTRY), StandardCharsets.UTF_8);
    follow(source, files);
    this.version = Asset.hash(allContent());
    this.entry =
        source
            .replace("'./" + FOLDER, "'./" + FOLDER + version + "/")
            .getBytes(StandardCharsets.UTF_8);
  }

  private void follow(String source, Function<String, byte[]> files) {
    Deque<String> open = new ArrayDeque<>();
    addNames(FROM_ENTRY.matcher(source), open);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!modules.containsKey(name)) {
        byte[] content = files.apply(FOLDER + name);
        modules.put(name, content);
        addNames(FROM_MODULE.matcher(new String(content, StandardCharsets.UTF_8)), open);
      }
    }
  }

  private static void addNames(Matcher names, Deque<String> open) {
    while (names.find()) {
      open.add(names.group(1));
    }
  }

  private byte[] allContent() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    modules.forEach(
        (name, content) -> {
          all.writeBytes((name + ' ' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
          all.writeBytes(content);
        });
    return all.toByteArray();
  }

  /** What stands for the content of all modules in their addresses. */
  String version() {
    return version;
  }

  byte[] entry() {
    return entry.clone();
  }

  /** The modules behind the entry, by their names. */
  Map<String, byte[]> modules() {
    return Map.copyOf(modules);
  }
}
