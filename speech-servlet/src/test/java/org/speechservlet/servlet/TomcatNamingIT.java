package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Settings in the naming context of a web application; Jetty's needs a module that is not here. */
class TomcatNamingIT {

  @Test
  void keyInTheNamingContext_winsOverTheContextParam() throws Exception {
    try (StandInSpeechApi api = new StandInSpeechApi();
        Fixture fixture =
            Fixture.withOwnService(
                new Deployment()
                    .with("speech.auth", "key")
                    .with("speech.recognition-uri", api.recognitionUri().toString())
                    .with("speech.key", "a-key-in-a-context-param")
                    .withEnvironmentEntry("speech/key", "a-key-in-the-naming-context"))) {
      assertEquals(200, fixture.post(Tone.wav(0.2), "Content-Type", "audio/wav").statusCode());

      assertEquals(
          "a-key-in-the-naming-context", api.next().headers.get("Ocp-Apim-Subscription-Key"));
    }
  }
}
