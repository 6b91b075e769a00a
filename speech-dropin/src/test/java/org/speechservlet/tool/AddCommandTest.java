package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR that gets speech. */
final class AddCommandTest {
  @TempDir private Path temp;
  private ToolRun tool;

  @BeforeEach
  void prepare() throws IOException {
    tool = new ToolRun(temp, Namespace.JAKARTA);
  }

  private static Archive warWith(String webXml) {
    return Archive.war(Namespace.JAKARTA).with(War.WEB_XML, webXml);
  }

  private void refuse(byte[] war, int code, String... parts) throws IOException {
    tool.write("app.war", war);
    assertEquals(code, tool.run("add", "app.war", "--out", "out.war"), tool.err());
    for (String part : parts) {
      assertTrue(tool.err().contains(part), tool.err());
    }
    assertEquals("", tool.out());
    assertEquals(List.of("app.war"), tool.files());
    assertArrayEquals(war, Files.readAllBytes(tool.path("app.war")));
  }

  @Test
  void add_putsInJarAndEntries_andKeepsAllElse() throws IOException {
    byte[] jar = new Archive().with("com/acme/Lib.class", ClassBytes.with("x")).bytes();
    byte[] war =
        warWith(Descriptors.SERVLET_6_1)
            .withStored("WEB-INF/lib/größe.jar", jar)
            .withComment("a WAR")
            .bytes();
    tool.write("app.war", war);
    assertEquals(0, tool.run("add", "app.war", "--out", "out.war"), tool.err());
    assertEquals("", tool.err());
    assertTrue(tool.out().contains("with speech at /speech/*"), tool.out());
    List<String> before = new ArrayList<>(tool.entries("app.war"));
    List<String> after = new ArrayList<>(tool.entries("out.war"));
    assertTrue(after.remove(after.size() - 1).startsWith(ToolRun.JAR_ENTRY + " "));
    assertTrue(after.remove(4).startsWith(War.WEB_XML + " 2019-05-05T"));
    before.remove(4);
    assertEquals(before, after);
    assertArrayEquals(war, Files.readAllBytes(tool.path("app.war")));
    assertTrue(tool.text("out.war", War.WEB_XML).contains("<servlet-name>speech</servlet-name>"));
  }

  @Test
  void add_twice_writesTheSameBytes() throws IOException {
    tool.write("app.war", warWith(Descriptors.SERVLET_6_1).bytes());
    String[] options = {"--set", "region=westeurope", "--set", "speech.language=de-DE"};
    for (String out : new String[] {"a.war", "b.war"}) {
      List<String> arguments = new ArrayList<>(List.of("add", "app.war", "--out", out));
      arguments.addAll(List.of(options));
      assertEquals(0, tool.run(arguments.toArray(String[]::new)), tool.err());
    }
    assertArrayEquals(
        Files.readAllBytes(tool.path("a.war")), Files.readAllBytes(tool.path("b.war")));
  }

  @Test
  void add_thenRemove_givesEveryEntryBack() throws IOException {
    for (byte[] webXml : Descriptors.all().values()) {
      tool.write("app.war", Archive.war(Namespace.JAKARTA).with(War.WEB_XML, webXml).bytes());
      assertEquals(0, tool.run("add", "app.war", "--out", "out.war", "--force"), tool.err());
      assertEquals(0, tool.run("remove", "out.war", "--out", "back.war", "--force"), tool.err());
      assertEquals(tool.entries("app.war"), tool.entries("back.war"));
    }
  }

  @Test
  void add_toWarWithoutWebXml_writesOne_andRemoveTakesItOut() throws IOException {
    tool.write("app.war", Archive.war(Namespace.JAKARTA).bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "out.war"), tool.err());
    String webXml = tool.text("out.war", War.WEB_XML);
    assertTrue(webXml.contains("version=\"6.0\""), webXml);
    assertFalse(webXml.contains("metadata-complete"), webXml);
    assertEquals(0, tool.run("remove", "out.war", "--out", "back.war"), tool.err());
    assertEquals(tool.entries("app.war"), tool.entries("back.war"));
  }

  @Test
  void add_withMappingAndSettings_writesThem() throws IOException {
    tool.write("app.war", warWith("<web-app/>").bytes());
    assertEquals(
        0,
        tool.run(
            "add",
            "app.war",
            "--out",
            "out.war",
            "--mapping",
            "/a/dictation/*",
            "--button",
            "#n",
            "--set",
            "token.renew-after=PT5M"),
        tool.err());
    String webXml = tool.text("out.war", War.WEB_XML);
    assertTrue(webXml.contains("<url-pattern>/a/dictation/*</url-pattern>"), webXml);
    assertTrue(webXml.contains("<param-value>/a/dictation</param-value>"), webXml);
    assertTrue(webXml.contains("<param-name>speech.token.renew-after</param-name>"), webXml);
  }

  @Test
  void add_ontoTheWarItself_changesItInItsPlace() throws IOException {
    tool.write("app.war", warWith("<web-app/>").bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "app.war"), tool.err());
    assertEquals(List.of("app.war"), tool.files());
    assertTrue(tool.text("app.war", War.WEB_XML).contains("speech-servlet:begin"));
  }

  @Test
  void add_ontoAnotherFile_needsForce() throws IOException {
    tool.write("app.war", warWith("<web-app/>").bytes());
    tool.write("out.war", new byte[] {1});
    assertEquals(1, tool.run("add", "app.war", "--out", "out.war"));
    assertTrue(tool.err().contains("out.war exists already"), tool.err());
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(tool.path("out.war")));
    assertEquals(0, tool.run("add", "app.war", "--out", "out.war", "--force"), tool.err());
  }

  @Test
  void add_intoAFolderThatIsNotThere_isRefused() throws IOException {
    tool.write("app.war", warWith("<web-app/>").bytes());
    assertEquals(1, tool.run("add", "app.war", "--out", "nowhere/out.war"));
    assertTrue(tool.err().contains("in a folder that does not exist"), tool.err());
  }

  @Test
  void add_toWarThatHasSpeechByTheTool_hasItsOwnCode() throws IOException {
    tool.write("app.war", warWith("<web-app/>").bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "app.war"), tool.err());
    assertEquals(3, tool.run("add", "app.war", "--out", "out.war"));
    assertTrue(tool.err().contains("\"add\" put in " + ToolRun.JAR_ENTRY), tool.err());
  }

  @Test
  void add_toWarThatHasSpeechByHand_hasItsOwnCode() throws IOException {
    String webXml =
        "<web-app><servlet><servlet-name>s</servlet-name><servlet-class>"
            + " org.speechservlet.servlet.SpeechServlet </servlet-class></servlet></web-app>";
    refuse(warWith(webXml).bytes(), 3, "its web.xml declares org.speechservlet.servlet.Speech");
    byte[] thin =
        new Archive().with("org/speechservlet/token/Authorizer.class", new byte[4]).bytes();
    refuse(
        warWith("<web-app/>").with("WEB-INF/lib/a.jar", thin).bytes(),
        3,
        "WEB-INF/lib/a.jar has classes of it");
  }

  @Test
  void add_toWarOfTheOtherNamespace_namesTheJarToRun() throws IOException {
    refuse(
        Archive.war(Namespace.JAVAX).with(War.WEB_XML, "<web-app/>").bytes(),
        5,
        "is written for " + "javax" + ".servlet (1 class in WEB-INF/classes/)",
        "Run speech-servlet-javax-1.2.3-dropin.jar instead.");
  }

  @Test
  void add_toWarWhoseDescriptorAloneTells_canBeTold() throws IOException {
    String old = Descriptors.javaee("http://java.sun.com/xml/ns/javaee", "2.5");
    byte[] war = new Archive().with("WEB-INF/web.xml", old).bytes();
    refuse(war, 5, "(its web.xml)", "repeat this with --namespace jakarta");
    assertEquals(
        0, tool.run("add", "app.war", "--out", "out.war", "--namespace", "jakarta"), tool.err());
    assertTrue(tool.err().contains("version 2.5, which has no async-supported"), tool.err());
  }

  @Test
  void add_toWarThatTellsNothing_warns() throws IOException {
    tool.write("app.war", new Archive().with("WEB-INF/x.txt", "x").bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "out.war"), tool.err());
    assertTrue(tool.err().startsWith("warning: nothing in the WAR tells"), tool.err());
  }

  @Test
  void add_toMixedWar_asksForTheNamespace() throws IOException {
    Archive mixed =
        Archive.war(Namespace.JAKARTA)
            .with("WEB-INF/classes/Old.class", ClassBytes.servlet(Namespace.JAVAX));
    refuse(mixed.bytes(), 5, "--namespace javax or --namespace jakarta");
  }

  @Test
  void add_whereMappingOrNamesAreTaken_tellsAllOfThem() throws IOException {
    refuse(
        warWith(
                """
                <web-app>
                  <servlet><servlet-name>speech</servlet-name><servlet-class>com.acme.Talk</servlet-class></servlet>
                  <servlet-mapping><servlet-name>speech</servlet-name><url-pattern>/speech/*</url-pattern></servlet-mapping>
                  <filter><filter-name>speech-token</filter-name><filter-class>com.acme.T</filter-class></filter>
                </web-app>
                """)
            .bytes(),
        1,
        "web.xml maps /speech/* to the servlet speech already",
        "web.xml has a servlet called speech already: com.acme.Talk",
        "web.xml has a filter called speech-token already: com.acme.T");
  }

  @Test
  void add_whereSettingIsThere_isRefused() throws IOException {
    tool.write(
        "app.war",
        warWith(
                "<web-app><context-param><param-name>speech.region</param-name><param-value>a</param-value></context-param></web-app>")
            .bytes());
    assertEquals(1, tool.run("add", "app.war", "--out", "out.war", "--set", "region=eastus"));
    assertTrue(tool.err().contains("has the context-param speech.region already"), tool.err());
  }

  @Test
  void add_ofBrokenWebXml_tellsLineAndColumn() throws IOException {
    refuse(
        warWith("<web-app>\n  <servlet>\n</web-app>\n").bytes(),
        1,
        "WEB-INF/web.xml is not well-formed XML: line 3, column ");
  }

  @Test
  void add_warnsOfWhatDeservesALook() throws IOException {
    tool.write(
        "app.war",
        warWith(
                """
                <web-app>
                  <filter><filter-name>gate</filter-name><filter-class>com.acme.Gate</filter-class></filter>
                  <filter-mapping><filter-name>gate</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                  <servlet-mapping><servlet-name>s</servlet-name><url-pattern>/speech/status</url-pattern></servlet-mapping>
                </web-app>
                """)
            .with("META-INF/KEY.SF", "x")
            .with("META-INF/KEY.RSA", "x")
            .with("org/springframework/boot/loader/launch/WarLauncher.class", "x")
            .bytes());
    assertEquals(0, tool.run("add", "app.war", "--out", "out.war"), tool.err());
    List<String> warnings = tool.err().lines().toList();
    assertEquals(4, warnings.size(), tool.err());
    assertTrue(tool.err().contains("the WAR is signed (META-INF/KEY.SF)"), tool.err());
    assertTrue(tool.err().contains("Spring Boot, which does not read web.xml"), tool.err());
    assertTrue(tool.err().contains("requests to /speech/status go to the servlet s"), tool.err());
    assertTrue(tool.err().contains("(gate)"), tool.err());
  }

  @Test
  void add_ofEntryThatIsNotWhatItsChecksumSays_leavesNothing() throws IOException {
    byte[] content = "a content that is stored".getBytes(UTF_8);
    byte[] war = warWith("<web-app/>").withStored("data.bin", content).bytes();
    String latin = new String(war, java.nio.charset.StandardCharsets.ISO_8859_1);
    war[latin.indexOf("a content that")] = 'b';
    refuse(war, 1, "data.bin is not what its checksum says", "nothing has changed");
  }
}
