package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no WAR, or no whole one: each is told apart, and leaves nothing behind. */
final class BrokenArchivesTest {
  /** Small enough to meet every field of a header of 30 bytes, in one header or another. */
  private static final int STRIDE = 17;

  @TempDir private Path temp;
  private ToolRun tool;

  @BeforeEach
  void prepare() throws IOException {
    tool = new ToolRun(temp, Namespace.JAKARTA);
  }

  private void refuse(byte[] file, String message) throws IOException {
    tool.write("app.war", file);
    for (String command : new String[] {"add", "remove"}) {
      assertEquals(1, tool.run(command, "app.war", "--out", "out.war"), tool.err());
      assertTrue(tool.err().contains(message), tool.err());
      assertEquals(List.of("app.war"), tool.files());
    }
  }

  @Test
  void fileThatIsNotThere_isNamed() {
    assertEquals(1, tool.run("add", "app.war", "--out", "out.war"));
    assertTrue(tool.err().startsWith("app.war does not exist"), tool.err());
  }

  @Test
  void folder_isToBePacked() throws IOException {
    Files.createDirectory(tool.path("app.war"));
    assertEquals(1, tool.run("add", "app.war", "--out", "out.war"));
    assertTrue(tool.err().contains("is a folder; give a WAR file"), tool.err());
  }

  @Test
  void text_isNoZip() throws IOException {
    refuse(
        "hello, I am not a zip file, although I am called WAR".getBytes(ISO_8859_1),
        "is not a zip file");
  }

  @Test
  void emptyFile_isNoZip() throws IOException {
    refuse(new byte[0], "is not a zip file");
  }

  @Test
  void startScript_isNotLost() throws IOException {
    refuse(
        "#!/bin/bash\nexec java -jar \"$0\"\n#.......".getBytes(ISO_8859_1),
        "begins with a start script");
  }

  @Test
  void jar_isNoWar() throws IOException {
    refuse(new Archive().with("com/acme/A.class", "x").bytes(), "has no WEB-INF folder");
  }

  @Test
  void emptyZip_isNoWar() throws IOException {
    refuse(new Archive().bytes(), "has no WEB-INF folder");
  }

  @Test
  void ear_isToldWithItsWars() throws IOException {
    byte[] ear =
        new Archive().with("META-INF/application.xml", "x").with("web/shop.war", "x").bytes();
    refuse(ear, "is an EAR and no WAR. Take the WAR out of it (it has web/shop.war)");
  }

  @Test
  void entryThatIsThereTwice_isNamed() throws IOException {
    byte[] war =
        new Archive().with("WEB-INF/web.xml", "<web-app/>").with("WEB-INF/web.xmL", "x").bytes();
    String changed = new String(war, ISO_8859_1).replace("web.xmL", "web.xml");
    refuse(changed.getBytes(ISO_8859_1), "has the entry WEB-INF/web.xml twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../etc/passwd", "WEB-INF/../../x", "/etc/passwd", "..\\x", "C:/x", "a/..", "\\x"})
  void entryThatLeadsOut_isNamed(String name) throws IOException {
    byte[] war = new Archive().with("WEB-INF/web.xml", "<web-app/>").with(name, "x").bytes();
    refuse(war, "has the entry " + name + ", which leads out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b/x", "...", "WEB-INF/..a", "a/...b"})
  void entryWithDotsInItsName_isTaken(String name) throws IOException {
    tool.write("app.war", Archive.war(Namespace.JAKARTA).with(name, "x").bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "out.war"), tool.err());
  }

  @Test
  void warCutOffAnywhere_isRefusedAndLeavesNothing() throws IOException {
    byte[] nested = new Archive().with("META-INF/MANIFEST.MF", "x").bytes();
    byte[] war =
        Archive.war(Namespace.JAKARTA)
            .withStored("WEB-INF/lib/a.jar", nested)
            .with("WEB-INF/web.xml", Descriptors.SERVLET_6_1)
            .bytes();
    for (int length = 0; length < war.length; length++) {
      Path file = tool.write("app.war", Arrays.copyOf(war, length));
      assertThrows(FailureException.class, () -> War.open(file), "cut off at " + length);
    }
    refuse(Arrays.copyOf(war, war.length - 1), "is cut off or damaged");
  }

  @Test
  void warWithAnyByteChanged_givesAWholeWarOrNothing() throws IOException {
    byte[] war = Archive.war(Namespace.JAKARTA).with("WEB-INF/web.xml", "<web-app/>").bytes();
    for (int place = 0; place < war.length; place += STRIDE) {
      byte[] changed = war.clone();
      changed[place] ^= 0x5a;
      tool.write("app.war", changed);
      int code = tool.run("add", "app.war", "--out", "out.war");
      assertEquals(code == 0 ? 2 : 1, tool.files().size(), "changed at " + place);
      if (code == 0) {
        assertTrue(tool.entries("out.war").size() > 4);
        Files.delete(tool.path("out.war"));
      }
    }
  }
}
