package org.speechservlet.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.SpeechEngineProvider;

final class LauncherIT {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void launch_withAnEngine_saysWhatRunsAndHowToUseIt() {
    try (LocalSpeechService service = running("--port", "0", "--key", "secret")) {
      String said = text(out);
      assertTrue(said.contains("recognizer   Scripted, en-US"), said);
      assertTrue(said.contains("SPEECH_TOKEN_URI=" + service.tokenUri() + "\n"), said);
      assertTrue(said.contains("SPEECH_RECOGNITION_URI=" + service.recognitionUri() + "\n"), said);
      assertTrue(said.contains("SPEECH_KEY=<your key>\n"), said);
      assertTrue(!said.contains("secret") && !said.contains("WARNING"), said);
      assertEquals("", text(err));
    }
  }

  @Test
  void launch_openToOtherMachines_warns() {
    running("--port", "0", "--host", "0.0.0.0").close();
    assertTrue(text(out).contains("WARNING: 0.0.0.0 lets other machines in"), text(out));
  }

  @Test
  void launch_portInUse_saysWhichAndExitsWith1() {
    try (LocalSpeechService first = running("--port", "0")) {
      int port = first.tokenUri().getPort();
      assertEquals(new Launch.Finished(1), launch("--port", Integer.toString(port)));
      assertTrue(text(err).contains("cannot start"), text(err));
      assertTrue(text(err).contains("127.0.0.1:" + port), text(err));
    }
  }

  @Test
  void launch_unknownHost_exitsWith1() {
    assertEquals(new Launch.Finished(1), launch("--port", "0", "--host", "no.such.host.invalid"));
    assertTrue(text(err).contains("no.such.host.invalid"), text(err));
  }

  @Test
  void launch_unknownEngine_saysWhichThereAreAndExitsWith2() {
    assertEquals(new Launch.Finished(2), launch("--engine", "whisper"));
    assertEquals("--engine is whisper; there is scripted\nTry --help.\n", text(err));
  }

  @Test
  void launch_withoutAnyEngine_saysSoAndExitsWith1() {
    assertEquals(new Launch.Finished(1), launcher(List.of()).launch());
    assertTrue(text(err).contains("there is no recognizer on the class path"), text(err));
  }

  @Test
  void launch_wrongOption_exitsWith2() {
    assertEquals(new Launch.Finished(2), launch("--nonsense"));
    assertEquals("--nonsense is no option\nTry --help.\n", text(err));
  }

  @Test
  void launch_help_namesEveryOption() {
    assertEquals(new Launch.Finished(0), launch("--help"));
    assertTrue(text(out).contains("--secondary-key KEY"), text(out));
  }

  private LocalSpeechService running(String... args) {
    return assertInstanceOf(Launch.Running.class, launch(args)).service();
  }

  private Launch launch(String... args) {
    return launcher(List.of(new ScriptedProvider())).launch(args);
  }

  private Launcher launcher(List<SpeechEngineProvider> engines) {
    return new Launcher(engines, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
