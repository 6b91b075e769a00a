package org.speechservlet.local.cli;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.SpeechEngine;

/** Tells the operator what runs, where, and how to use it. */
final class StartReport {

  private StartReport() {}

  static void print(
      PrintStream out,
      LocalSpeechService service,
      LocalSpeechOptions options,
      SpeechEngine engine) {
    String key = options.keys().isEmpty() ? "any" : "<your key>";
    out.printf(
        """
        The local Speech service runs. It is the Speech API for development and tests.
          recognizer   %s
          tokens       %s (life %s)
          recognition  %s
          faults       %s

        Point the speech servlet at it:
          SPEECH_TOKEN_URI=%2$s
          SPEECH_RECOGNITION_URI=%4$s
          SPEECH_KEY=%6$s

        Try it:
          curl --data-binary @some.wav -H 'Content-Type: audio/wav' -H 'Ocp-Apim-Subscription-Key: %6$s' '%4$s?language=en-US'

        Ctrl-C ends it.
        """,
        engine.description(),
        service.tokenUri(),
        options.tokenLife(),
        service.recognitionUri(),
        service.tokenUri().resolve("/faults"),
        key);
    if (!isLoopback(options.host())) {
      out.printf(
          "WARNING: %s lets other machines in, over plain HTTP. Leave --host out to serve this machine only.%n",
          options.host());
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
