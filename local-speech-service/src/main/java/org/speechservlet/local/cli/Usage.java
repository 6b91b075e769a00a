package org.speechservlet.local.cli;

/** What {@code --help} prints. */
final class Usage {

  static final String TEXT =
      """
      The Speech API on loopback: a token service and a recognition endpoint with an offline
      recognizer, to develop and test against without a cloud key.

      Usage: java -jar local-speech-service-VERSION-runnable.jar [options]

        --port N                port to bind; 0 takes any free one (default 5000)
        --host ADDRESS          address to bind (default 127.0.0.1: this machine only)
        --key KEY               the key to accept (default: any key that is not empty)
        --secondary-key KEY     a second key to accept
        --token-life DURATION   life of a token (default PT10M)
        --idle-timeout DURATION how long a client may be silent (default PT20S)
        --request-timeout DURATION
                                how long an upload may take (default PT5M)
        --max-audio DURATION    longest audio heard in one request (default PT60S)
        --language TAG[,TAG]    languages to load (default en-US)
        --recognizers N         recognitions at the same time; more get 429 (default 2)
        --engine NAME           which recognizer, when there are several
        --log LEVEL             off, warn, info (one line a request) or debug (default info)
        --help                  this text

      Durations are ISO 8601: PT20S, PT5M.
      """;

  private Usage() {}
}
