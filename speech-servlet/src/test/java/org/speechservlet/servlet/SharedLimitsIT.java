package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hazelcast.core.Hazelcast;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, each in a virtual machine of its own, that count their users' audio in one cache. */
@NullUnmarked // set up before each test
class SharedLimitsIT {
  private static final String CACHE = "speech.user.cache";

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

  private HttpResponse<String> dictateAt(URI node, double seconds) throws Exception {
    return dictateAt(node, seconds, "ann");
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
      assertEquals(200, dictateAt(second.base(), 0.5, "bob").statusCode());

      assertEquals(200, dictateAt(first, 6).statusCode());
      assertEquals(200, dictateAt(second.base(), 6).statusCode());
      HttpResponse<String> third = dictateAt(first, 6);
      assertEquals(200, third.statusCode());
      String left = UploadClient.field(third, "RateLimit");
      assertTrue(left.startsWith("\"day\";r=2;"), left);

      assertEquals(429, dictateAt(first, 6).statusCode());
      assertEquals(429, dictateAt(second.base(), 6).statusCode());
    }
  }
}
