package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.speechservlet.servlet.UploadClient.field;
import static org.speechservlet.servlet.UploadClient.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes behind a load balancer: an upload lives on one of them. */
@NullUnmarked // skipped before anything is there
class ClusterIT {
  private static final byte[] AUDIO = Tone.wav(1);
  private static final int PIECE = 8_000;

  private Fixture fixture;

  @BeforeEach
  void start() throws Exception {
    Optional<Path> program = NginxBalancer.program();
    assumeTrue(program.isPresent(), "nginx is not installed here");
    StandInSpeechApi api = new StandInSpeechApi();
    fixture =
        new Fixture(api, new NginxBalancer(program.orElseThrow(), node(api, "a"), node(api, "b")));
  }

  private static WebServer node(StandInSpeechApi api, String route) throws Exception {
    return WebServer.start(api.pointHere(new Deployment().with("speech.upload-route", route)));
  }

  @AfterEach
  void stop() throws Exception {
    if (fixture != null) {
      fixture.assertNothingInFlight();
      fixture.assertNothingInFlight(); // The other node's turn.
      fixture.close();
    }
  }

  @Test
  void uploads_areCreatedOnBothNodesAndGoOnWhereTheyBegan() throws Exception {
    List<UploadClient> uploads = new ArrayList<>();
    Set<String> routes = new TreeSet<>();
    for (int i = 0; i < 4; i++) {
      UploadClient upload = UploadClient.create(fixture, part(AUDIO, 0, PIECE));
      uploads.add(upload);
      routes.add(field(upload.creation, "Location").replaceAll("uploads/(.*)\\..*", "$1"));
    }
    assertEquals(Set.of("a", "b"), routes);

    for (UploadClient upload : uploads) {
      assertEquals(Integer.toString(PIECE), field(upload.head(), "Upload-Offset"));
      assertEquals(StandInSpeechApi.SUCCESS, upload.finish(AUDIO, PIECE, PIECE).body());
      byte[] heard = fixture.api.next().body();
      assertArrayEquals(part(AUDIO, 44, AUDIO.length), part(heard, 44, heard.length));
    }
  }
}
