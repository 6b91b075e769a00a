package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hazelcast.core.Hazelcast;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, each in a virtual machine of its own, that count their users' audio in one cache. */
@NullUnmarked // set up before each test
class SharedLimitsIT {
  private static final String CACHE = "speech.user.cache";

  /** The least that is granted, so that what is granted is always enough for it. */
  private static final double PHRASE_SECONDS = 5;

  private final Map<String, String> properties = new LinkedHashMap<>();
  private Fixture fixture;

  @BeforeEach
  void name() throws Exception {
    String container = System.getProperty("container", "jetty");
    assumeTrue(container.equals("jetty"), "the same on every container, and slow");
    properties.put("speech.test.cluster", "speech-" + ProcessHandle.current().pid());
    properties.put("speech.test.cluster-port", Integer.toString(freePort()));
    properties.put("hazelcast.jcache.provider.type", "member");
    properties.forEach(System::setProperty);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
    Hazelcast.shutdownAll();
    properties.keySet().forEach(System::clearProperty);
  }

  private Map<String, String> start() throws Exception {
    Deployment deployment =
        new Deployment()
            .with("speech.user.audio-per-day", "PT20S")
            .with(CACHE, "speech-users")
            .with(new Deployment.OwnFilter("login", LoginFilter::new, true));
    fixture = new Fixture(deployment);
    return deployment.contextParams;
  }

  /** What the phrase before did not use comes back a moment after its answer. */
  private void awaitUnderstood(URI node) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    int status;
    do {
      status = dictateAt(node, PHRASE_SECONDS, "ann").statusCode();
    } while (status == 429 && System.nanoTime() < deadline);
    assertEquals(200, status);
  }

  private HttpResponse<String> dictateAt(URI node, double seconds, String user) throws Exception {
    return fixture.send(
        HttpRequest.newBuilder(node.resolve("recognize"))
            .POST(BodyPublishers.ofByteArray(Tone.wav(seconds))),
        LoginFilter.USER,
        user);
  }

  @Test
  void audioOfOneUser_isCountedByBothNodesTogether() throws Exception {
    Map<String, String> settings = start();
    URI first = fixture.uri("");
    try (SecondNode.Running second = SecondNode.Running.start(properties, settings)) {
      // What is loaded with the first dictation must not look like a cache that does not answer.
      assertEquals(200, dictateAt(first, 0.5, "bob").statusCode());
      assertEquals(200, dictateAt(second.base(), 0.5, "carl").statusCode());

      for (URI node : List.of(first, second.base(), first, second.base())) {
        awaitUnderstood(node);
      }
      assertEquals(429, dictateAt(first, PHRASE_SECONDS, "ann").statusCode());
      assertEquals(429, dictateAt(second.base(), PHRASE_SECONDS, "ann").statusCode());
    }
  }
}
