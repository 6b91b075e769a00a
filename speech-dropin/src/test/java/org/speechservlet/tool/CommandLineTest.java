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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written on the command line, and what is said of the rest. */
final class CommandLineTest {
  @TempDir private Path temp;
  private ToolRun tool;

  @BeforeEach
  void prepare() throws IOException {
    tool = new ToolRun(temp, Namespace.JAKARTA);
  }

  private void refuse(String message, String... arguments) {
    assertEquals(2, tool.run(arguments), tool.err());
    assertTrue(tool.err().contains(message), tool.err());
    assertTrue(tool.err().endsWith("Try --help.\n"), tool.err());
    assertEquals("", tool.out());
  }

  @Test
  void nothing_isAnsweredWithTheHelpOnStandardError() {
    assertEquals(2, tool.run());
    assertTrue(tool.err().contains("Usage: java -jar"), tool.err());
    assertEquals("", tool.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void help_namesEveryCommandAndExitCode(String argument) {
    assertEquals(0, tool.run(argument));
    for (String part : List.of("\n  add ", "\n  remove ", "Exit codes:\n  0 ", "\n  5 ")) {
      assertTrue(tool.out().contains(part), tool.out());
    }
    assertFalse(tool.out().contains("@"), tool.out());
    assertEquals("", tool.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "remove"})
  void help_ofACommand_namesEveryOption(String command) {
    assertEquals(0, tool.run(command, "--help"));
    String text = tool.out();
    assertEquals(0, tool.run("help", command));
    assertEquals(text, tool.out());
    List<Option> options = command.equals("add") ? AddOptions.options() : WarOptions.options();
    options.forEach(option -> assertTrue(text.contains(option.name()), option.name()));
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }

  @Test
  void version_tellsTheServletApi() {
    assertEquals(0, tool.run("--version"));
    assertTrue(tool.out().startsWith("speech-servlet 1.2.3 for jakarta"), tool.out());
  }

  @Test
  void unknownCommand_namesTheNearest() {
    refuse("ad is no command; did you mean add?", "ad", "app.war");
  }

  @Test
  void unknownOption_namesTheNearest() {
    refuse("--ouut is no option; did you mean --out?", "add", "app.war", "--ouut", "x.war");
  }

  @Test
  void everyProblem_isToldAtOnce() {
    refuse("--nonsense is no option", "add", "--nonsense", "--force=yes", "--out");
    assertTrue(tool.err().contains("--force takes no value, and has \"yes\""), tool.err());
    assertTrue(tool.err().contains("--out has no value"), tool.err());
    assertTrue(tool.err().contains("the WAR is missing"), tool.err());
  }

  @Test
  void valueThatIsMissing_isNotTakenFromTheNextOption() {
    refuse("--out has no value", "add", "app.war", "--out", "--force");
  }

  @Test
  void outThatIsMissing_isToldHowToBeGiven() {
    refuse("--out is missing", "add", "app.war");
    refuse("--out is missing", "remove", "app.war");
  }

  @Test
  void optionGivenTwice_isToldWithBothValues() {
    refuse(
        "--mapping is given twice: /a/* and /b/*",
        "add",
        "app.war",
        "--out",
        "o.war",
        "--mapping=/a/*",
        "--mapping=/b/*");
  }

  @Test
  void patternThatTheShellExpanded_isToldToNeedQuotes() {
    refuse(
        "too much: /speech/b; a pattern such as /speech/* needs quotes",
        "add",
        "app.war",
        "--out",
        "o.war",
        "--mapping",
        "/speech/a",
        "/speech/b");
  }

  @Test
  void attachedValue_isTakenAsASeparateOne() throws IOException {
    tool.write("app.war", Archive.war(Namespace.JAKARTA).bytes());
    Path out = tool.path("out.war");
    assertEquals(0, tool.run("add", "--out=" + out, "--", "app.war"), tool.err());
    assertEquals(List.of("app.war", "out.war"), tool.files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speech",
        "/speech",
        "/*",
        "*.do",
        "/",
        "/speech/",
        "speech/*",
        "//*",
        "/a//b/*",
        "/a/*/b/*",
        "/../x/*",
        "/x/..//*",
        "/./*",
        "/a b/*",
        "/a?b/*",
        "/a#b/*",
        "/a%20/*",
        "/a;b/*",
        "/a\\b/*"
      })
  void mappingThatIsNoPathMapping_isRefused(String mapping) {
    refuse("--mapping is " + mapping, "add", "app.war", "--out", "o.war", "--mapping", mapping);
  }

  @ParameterizedTest
  @CsvSource({
    "regoin=x, the nearest one there is called speech.region",
    "region, --set has no name=value",
    "region=West Europe, write it as westeurope",
    "key=0123456789, a key does not go into a WAR",
    "speech.secondary-key=0123456789, a key does not go into a WAR",
  })
  void settingThatIsWrong_isToldWithTheReason(String assignment, String message) {
    refuse(message, "add", "app.war", "--out", "o.war", "--set", assignment);
    assertFalse(tool.err().contains("0123456789"), tool.err());
  }

  @Test
  void settingGivenTwice_isRefused() {
    refuse(
        "--set gives speech.mode twice",
        "add",
        "app.war",
        "--out",
        "o.war",
        "--set",
        "mode=dictation",
        "--set",
        "speech.mode=dictation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#a\n#b", "#a\u0001", "#\ud83d"})
  void selectorThatCannotBeWritten_isRefused(String fields) {
    refuse("control character", "add", "app.war", "--out", "o.war", "--button", fields);
  }

  @Test
  void namespaceThatIsNone_isRefused() {
    refuse(
        "--namespace is java; give javax or jakarta",
        "add",
        "app.war",
        "--out",
        "o.war",
        "--namespace",
        "java");
  }
}
