package org.speechservlet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR that loses speech again. */
final class RemoveCommandTest {
  private static final String BEGIN =
      "<!-- speech-servlet:begin jar=" + ToolRun.JAR + " (what follows was added) -->";
  private static final String END = "<!-- speech-servlet:end -->";

  @TempDir private Path temp;
  private ToolRun tool;

  @BeforeEach
  void prepare() throws IOException {
    tool = new ToolRun(temp, Namespace.JAKARTA);
  }

  private int remove(Archive war) throws IOException {
    tool.write("app.war", war.bytes());
    return tool.run("remove", "app.war", "--out", "out.war");
  }

  @Test
  void remove_fromWarWithoutSpeech_hasItsOwnCode() throws IOException {
    assertEquals(4, remove(new Archive().with(War.WEB_XML, "<web-app/>")));
    assertTrue(tool.err().contains("has nothing that \"add\" put in"), tool.err());
    assertEquals(4, remove(new Archive().with("WEB-INF/x", "x")));
    assertEquals(List.of("app.war"), tool.files());
  }

  @Test
  void remove_leavesSpeechByHandAlone() throws IOException {
    String webXml =
        "<web-app><filter><filter-class>org.speechservlet.token.SpeechTokenFilter</filter-class></filter></web-app>";
    assertEquals(4, remove(new Archive().with(War.WEB_XML, webXml)));
    assertTrue(tool.err().contains("was put in by hand"), tool.err());
  }

  @Test
  void remove_takesOutTheJarThatIsNamed_andNoOther() throws IOException {
    Archive war =
        new Archive()
            .with(War.WEB_XML, "<web-app>\n  " + BEGIN + END + "\n</web-app>")
            .with(ToolRun.JAR_ENTRY, "x")
            .with("WEB-INF/lib/speech-servlet-9.jar", "y");
    assertEquals(0, remove(war), tool.err());
    assertEquals("<web-app>\n</web-app>", tool.text("out.war", War.WEB_XML));
    assertEquals(2, tool.entries("out.war").size());
    assertEquals("", tool.err());
  }

  @Test
  void remove_ofJarThatIsGone_warns() throws IOException {
    Archive war = new Archive().with(War.WEB_XML, "<web-app>" + BEGIN + END + "</web-app>");
    assertEquals(0, remove(war), tool.err());
    assertTrue(tool.err().contains("is not there any more"), tool.err());
  }

  @Test
  void remove_withMarksThatMakeNoPair_isRefused() throws IOException {
    for (String marks : List.of(BEGIN, END, END + BEGIN, BEGIN + BEGIN + END)) {
      assertEquals(1, remove(new Archive().with(War.WEB_XML, "<web-app>" + marks + "</web-app>")));
      assertTrue(tool.err().contains("by hand"), tool.err());
      assertEquals(List.of("app.war"), tool.files());
    }
  }

  @Test
  void remove_ofWebXmlThatGrewSince_keepsIt() throws IOException {
    tool.write("app.war", Archive.war(Namespace.JAKARTA).bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "new.war"), tool.err());
    String grown =
        tool.text("new.war", War.WEB_XML).replace("</web-app>", "  <distributable/>\n</web-app>");
    assertEquals(0, remove(new Archive().with(War.WEB_XML, grown)), tool.err());
    String webXml = tool.text("out.war", War.WEB_XML);
    assertTrue(webXml.contains("<distributable/>"), webXml);
    assertFalse(webXml.contains("speech"), webXml);
  }
}
