package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DictationModulesTest {
  private final Map<String, String> files = new TreeMap<>();

  DictationModulesTest() {
    files.put("dictation.js", "export * from './dictation/index.js';");
    files.put("dictation/index.js", "import {a} from './button.js';\nimport './texts.js';");
    files.put("dictation/button.js", "new URL('./worklet.js', import.meta.url);");
    files.put("dictation/texts.js", "import {b} from './index.js';");
    files.put("dictation/worklet.js", "class Capture {}");
  }

  private DictationModules modules() {
    return new DictationModules(
        name -> {
          String content = files.get(name);
          if (content == null) {
            throw new IllegalStateException(name + " is missing");
          }
          return content.getBytes(StandardCharsets.UTF_8);
        });
  }

  @Test
  void modules_areAllThatTheEntryLeadsTo_alsoInACircle() {
    files.put("dictation/orphan.js", "");

    assertEquals(
        Set.of("index.js", "button.js", "texts.js", "worklet.js"), modules().modules().keySet());
  }

  @Test
  void entry_namesTheFolderOfItsVersion_andIsElseAsItStands() {
    DictationModules modules = modules();

    assertEquals(
        "export * from './dictation/" + modules.version() + "/index.js';",
        new String(modules.entry(), StandardCharsets.UTF_8));
    assertArrayEquals(
        "class Capture {}".getBytes(StandardCharsets.UTF_8), modules.modules().get("worklet.js"));
  }

  @Test
  void version_whenOneModuleChanges_isAnother() {
    String before = modules().version();
    assertEquals(before, modules().version());

    files.put("dictation/worklet.js", "class Other {}");

    assertNotEquals(before, modules().version());
  }

  @Test
  void module_thatIsNamedAndMissing_isAnError() {
    files.remove("dictation/worklet.js");

    assertThrows(IllegalStateException.class, this::modules);
  }

  @Test
  void ownModules_areAllLedTo() throws Exception {
    Path folder = Path.of("src/main/resources/org/speechservlet/servlet/dictation");
    try (Stream<Path> sources = Files.list(folder)) {
      Set<String> names =
          sources.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

      assertTrue(names.contains("index.js"), names.toString());
      assertEquals(names, new DictationModules(Asset::read).modules().keySet());
    }
  }
}
