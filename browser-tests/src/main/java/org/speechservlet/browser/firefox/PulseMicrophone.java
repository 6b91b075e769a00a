package org.speechservlet.browser.firefox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.Program;
import org.speechservlet.browser.Recording;

/**
 * A PulseAudio server of its own, whose one sink leads nowhere: what is played into it is what the
 * sink's monitor, the microphone, hears. It disturbs no sound of the machine and needs no sound
 * card.
 */
final class PulseMicrophone implements Microphone {

  private static final Pattern ANYTHING = Pattern.compile("");

  private final Path socket;
  private final Path file;
  private final Program server;
  private @Nullable Program room;
  private @Nullable Program voice;

  /** Starts the server, and with it the hiss of the room. */
  PulseMicrophone(Path folder) {
    this.socket = folder.resolve("sound-server");
    this.file = folder.resolve("spoken.wav");
    this.server =
        Program.start(
            List.of(
                Firefox.SOUND_SERVER.toString(),
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--log-level=info",
                "--load=module-null-sink sink_name=room rate=48000 channels=1",
                "--load=module-native-protocol-unix auth-anonymous=1 socket=" + socket),
            Map.of("XDG_RUNTIME_DIR", folder.toString(), "HOME", folder.toString()),
            Pattern.compile("Daemon startup complete"));
    server.announcement();
    hiss();
  }

  /** How a program finds this microphone. */
  Map<String, String> environment() {
    return Map.of("PULSE_SERVER", "unix:" + socket);
  }

  private void hiss() {
    Program player = play("--raw", "--rate=16000", "--channels=1", "--format=s16le");
    byte[] second = Recording.silence(Duration.ofSeconds(1)).pcm();
    Thread feeder = new Thread(() -> feed(player.input(), second), "hiss");
    feeder.setDaemon(true);
    feeder.start();
    room = player;
  }

  /** Goes on until the player has ended: it takes as much as it plays. */
  private static void feed(OutputStream player, byte[] second) {
    try {
      while (true) {
        player.write(second);
      }
    } catch (IOException e) {
      // The player was closed, and so is its input.
      return;
    }
  }

  private Program play(String... arguments) {
    var command = new java.util.ArrayList<String>(List.of(Firefox.PLAYER.toString()));
    command.addAll(List.of(arguments));
    return Program.start(command, environment(), ANYTHING);
  }

  @Override
  public void prepare(Recording recording) {
    recording.writeTo(file);
  }

  @Override
  public void speak() {
    silence();
    voice = play(file.toString());
  }

  private void silence() {
    Program speaking = voice;
    voice = null;
    if (speaking != null) {
      speaking.close();
    }
  }

  @Override
  public void close() {
    silence();
    Program hissing = room;
    if (hissing != null) {
      hissing.close();
    }
    server.close();
  }
}
