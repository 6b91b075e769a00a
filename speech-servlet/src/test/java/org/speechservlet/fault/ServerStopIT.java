package org.speechservlet.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.speechservlet.servlet.Deployment;
import org.speechservlet.servlet.RawClient;
import org.speechservlet.servlet.Tone;
import org.speechservlet.servlet.WebServer;
import org.speechservlet.upstream.ScriptedConnection;

/** The end of the application, or of the whole container, while people dictate in every phase. */
@NullUnmarked // each test starts what it needs
@Execution(ExecutionMode.CONCURRENT) // each waits for as long as the servlet lets others finish
class ServerStopIT {
  /** What the servlet gives to those who are nearly done, and some for a busy machine. */
  private static final Duration STOP_TIME = Duration.ofSeconds(20);

  private static final String BETWEEN = "between two appends";
  private static final int PIECE_BYTES = 3_200;
  private static final int CUT_BYTES = 100;
  private static final byte[] WAV = Tone.wav(0.5);

  private final ExecutorService stopping = Executors.newSingleThreadExecutor();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final CountDownLatch heard = new CountDownLatch(4);
  private final CountDownLatch heardMore = new CountDownLatch(2);
  private final Map<String, RawClient> people = new TreeMap<>();
  private PlayedPeer api;
  private PlayedPeer tokens;
  private WebServer server;
  private boolean stopped;
  private String name;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    name = "stop-" + test.getTestMethod().orElseThrow().getName().replaceAll("\\W", "");
    api = new PlayedPeer("http", this::recognize);
    tokens =
        new PlayedPeer(
            "http",
            (connection, number) -> {
              connection.readHead();
              connection.answer(200, "token-" + number);
              connection.awaitEnd();
            });
    server =
        WebServer.start(
            new Deployment("/" + name, "/speech/*")
                .with("speech.token-uri", tokens.uri("/token").toString())
                .with("speech.recognition-uri", api.uri("/speech").toString())
                .with("speech.key", "a-key-of-the-tests"));
    begin();
  }

  @AfterEach
  void end() throws IOException {
    answer.countDown();
    for (RawClient person : people.values()) {
      person.close();
    }
    stopping.shutdownNow();
    if (!stopped) {
      server.close();
    }
    api.close();
    tokens.close();
  }

  /** Answers when the test says so, who is not finished is heard to the end of what comes. */
  private void recognize(ScriptedConnection connection, int number) throws Exception {
    connection.readHead();
    connection.agree();
    connection.readBody(PIECE_BYTES);
    heard.countDown();
    connection.readBody(CUT_BYTES);
    heardMore.countDown();
    connection.readBodyToEnd();
    boolean unused = answer.await(Course.PATIENCE_SECONDS, TimeUnit.SECONDS);
    connection.answerText("It works.");
  }

  private void begin() throws Exception {
    all("all sent", "Upload-Complete: ?1");
    RawClient speaking = person("speaking");
    speaking.post(server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
    speaking.chunk(WAV, 0, PIECE_BYTES);
    RawClient between = person(BETWEEN);
    begin(between);
    RawClient within = person("in an append");
    RawClient.Answer created = begin(within);
    within.request(
        "PATCH",
        server.base().resolve(created.headers().getOrDefault("Location", "")),
        "Content-Type: application/partial-upload",
        "Upload-Offset: " + PIECE_BYTES,
        "Upload-Complete: ?0",
        "Upload-Token: " + created.headers().get("Upload-Token"),
        "Content-Length: " + PIECE_BYTES);
    within.send(new byte[CUT_BYTES]);
    assertTrue(heard.await(Course.PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertTrue(heardMore.await(Course.PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private RawClient person(String phase) throws IOException {
    RawClient person = new RawClient(server);
    people.put(phase, person);
    return person;
  }

  private void all(String phase, String... fields) throws IOException {
    List<String> head = new ArrayList<>(List.of(fields));
    head.add("Content-Type: audio/wav");
    head.add("Content-Length: " + WAV.length);
    person(phase).post(server, head.toArray(String[]::new)).send(WAV);
  }

  private RawClient.Answer begin(RawClient uploading) throws IOException {
    uploading.post(
        server, "Content-Type: audio/wav", "Upload-Complete: ?0", "Content-Length: " + PIECE_BYTES);
    RawClient.Answer created = uploading.send(Arrays.copyOf(WAV, PIECE_BYTES)).readAnswer();
    assertEquals(201, created.status(), created.body());
    return created;
  }

  private interface Stop {
    void run() throws Exception;
  }

  /** Stops, lets the Speech API answer meanwhile if it is to, and says how long it took. */
  private Duration stop(Stop stop, boolean withAnswer) throws Exception {
    long started = System.nanoTime();
    Future<?> stopped =
        stopping.submit(
            () -> {
              stop.run();
              return null;
            });
    if (withAnswer) {
      answer.countDown();
    }
    stopped.get(STOP_TIME.toSeconds(), TimeUnit.SECONDS);
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Map<String, String> answers() throws IOException {
    people.remove(BETWEEN).close(); // Waits for no answer.
    Map<String, String> answers = new TreeMap<>();
    for (Map.Entry<String, RawClient> person : people.entrySet()) {
      answers.put(person.getKey(), Dictating.answer(person.getValue()));
    }
    return answers;
  }

  private void assertNothingLeft() throws Exception {
    Afterwards.awaitNothing("stopped", () -> Afterwards.threadsOf(name));
    Afterwards.awaitNothing(
        "upstream", () -> api.openConnections() == 0 ? List.of() : List.of("connections"));
  }

  @Test
  void undeploy_letsWhoIsNearlyDoneFinish_andTellsTheOthersToTryAgain() throws Exception {
    Duration time = stop(server::undeploy, true);

    assertTrue(time.compareTo(STOP_TIME) < 0, "it took " + time);
    Map<String, String> answers = answers();
    assertEquals("200", answers.get("all sent"));
    assertEquals("503 overloaded", answers.get("speaking"));
    assertEquals("503 overloaded", answers.get("in an append"));
    assertNothingLeft();
  }

  @Test
  void undeploy_whileTheSpeechApiDoesNotAnswer_tellsEverybodyToTryAgain() throws Exception {
    stop(server::undeploy, false);

    Map<String, String> answers = answers();
    assertEquals("503 overloaded", answers.get("all sent"));
    assertEquals("503 overloaded", answers.get("speaking"));
    assertEquals("503 overloaded", answers.get("in an append"));
    answer.countDown(); // Nobody reads it any more; the Speech API is to notice.
    assertNothingLeft();
  }

  /** Jetty ends its connections before its applications: nobody waits, and not all are told. */
  @Test
  void stopOfTheContainer_endsEverybody_andOnTomcatTellsThem() throws Exception {
    stopped = true;
    stop(server::close, true);

    Map<String, String> answers = answers();
    boolean tomcat = System.getProperty("container", "jetty").equals("tomcat");
    assertAnswer(tomcat ? "200" : "200|500|nothing", answers.get("all sent"));
    assertAnswer(
        tomcat ? "503 overloaded" : "400 incomplete-upload|500|nothing", answers.get("speaking"));
    assertAnswer(
        tomcat ? "503 overloaded" : "400 incomplete-append|503 overloaded|500|nothing",
        answers.get("in an append"));
    assertNothingLeft();
  }

  private static void assertAnswer(String pattern, String answer) {
    assertTrue(answer.matches(pattern), answer + " is not " + pattern);
  }
}
