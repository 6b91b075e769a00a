package org.speechservlet.fault;

import static org.speechservlet.fault.Ending.counted;
import static org.speechservlet.fault.Ending.problem;
import static org.speechservlet.fault.Ending.uncounted;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every fault at every stage, and how it is to end: the contract that {@link FaultMatrixIT} holds.
 */
final class FaultMatrix {
  private static final Ending OK = counted("Success", "200");
  private static final Ending STALLED = problem(408, "upload-stalled");
  private static final Ending NOBODY = uncounted("nobody there");

  /** What the words in the matrix mean. */
  private static final Map<String, Ending> ENDINGS =
      Map.ofEntries(
          Map.entry("ok", OK),
          Map.entry("fail", problem(502, "upstream-failed")),
          Map.entry("deny", problem(502, "upstream-refused")),
          Map.entry("late", problem(504, "upstream-timeout")),
          Map.entry("noTok", problem(503, "token-unavailable")),
          // The container ends it before there is a request.
          Map.entry("shut", uncounted("nothing")),
          Map.entry("odd", uncounted("400")),
          Map.entry("slow", STALLED),
          Map.entry("gone", counted("browser-gone", NOBODY.answer())),
          // It has ended well, and nobody wants to know.
          Map.entry("left", counted("Success", NOBODY.answer())),
          Map.entry(
              "cut",
              counted("browser-gone", "400 incomplete-upload").onTomcat(Ending.CUT_ON_TOMCAT)),
          Map.entry("void", counted("browser-gone", "400 incomplete-upload").onTomcat("400")),
          // Of a live upload: the request with the fault, and what the upload comes to.
          Map.entry("back", NOBODY.then(OK)),
          Map.entry(
              "part", uncounted("400 incomplete-append").onTomcat(Ending.CUT_ON_TOMCAT).then(OK)),
          Map.entry("more", uncounted("204").then(OK)),
          Map.entry("over", STALLED.then(STALLED)));

  private static final String MATRIX =
      """
      party       fault               times  connect head  100   first middle last  await answer
      UPSTREAM    REFUSES             ALWAYS fail    .     .     .     .      .     .     .
      UPSTREAM    RESETS              ALWAYS .       fail  fail  fail  fail   fail  fail  fail
      UPSTREAM    RESETS              ONCE   .       ok    ok    ok    ok     ok    ok    ok
      UPSTREAM    CLOSES              ALWAYS .       fail  fail  fail  fail   fail  fail  fail
      UPSTREAM    CLOSES              ONCE   .       ok    ok    ok    ok     ok    ok    ok
      UPSTREAM    CLOSES_IDLE         ONCE   ok      .     .     .     .      .     .     .
      UPSTREAM    STALLS              ALWAYS .       late  late  late  late   late  late  late
      UPSTREAM    HALF_ANSWER         ALWAYS .       .     fail  fail  fail   fail  fail  .
      UPSTREAM    HALF_ANSWER         ONCE   .       .     ok    ok    ok     ok    ok    .
      UPSTREAM    EARLY_ANSWER        ALWAYS .       .     ok    ok    ok     ok    .     .
      UPSTREAM    EARLY_401           ALWAYS .       .     deny  deny  deny   deny  deny  .
      UPSTREAM    EARLY_401           ONCE   .       .     ok    ok    ok     ok    ok    .
      UPSTREAM    EARLY_503           ALWAYS .       .     fail  fail  fail   fail  fail  .
      UPSTREAM    EARLY_503           ONCE   .       .     ok    ok    ok     ok    ok    .
      UPSTREAM    GARBAGE             ALWAYS .       fail  fail  fail  fail   fail  fail  fail
      UPSTREAM    GARBAGE             ONCE   .       ok    ok    ok    ok     ok    ok    ok
      UPSTREAM    SLOW_TLS            ALWAYS ok      .     .     .     .      .     .     .
      UPSTREAM    NO_TLS              ALWAYS late    .     .     .     .      .     .     .
      UPSTREAM    UNKNOWN_CERTIFICATE ALWAYS fail    .     .     .     .      .     .     .
      UPSTREAM    OTHER_CERTIFICATE   ALWAYS fail    .     .     .     .      .     .     .

      FIRST_TOKEN REFUSES             ALWAYS noTok   .     .     .     .      .     .     .
      FIRST_TOKEN RESETS              ALWAYS .       noTok .     .     .      .     noTok noTok
      FIRST_TOKEN RESETS              ONCE   .       ok    .     .     .      .     ok    ok
      FIRST_TOKEN CLOSES              ALWAYS .       noTok .     .     .      .     noTok noTok
      FIRST_TOKEN CLOSES              ONCE   .       ok    .     .     .      .     ok    ok
      FIRST_TOKEN STALLS              ALWAYS .       noTok .     .     .      .     noTok noTok
      FIRST_TOKEN HALF_ANSWER         ALWAYS .       noTok .     .     .      .     noTok .
      FIRST_TOKEN HALF_ANSWER         ONCE   .       ok    .     .     .      .     ok    .
      FIRST_TOKEN EARLY_ANSWER        ALWAYS .       ok    .     .     .      .     .     .
      FIRST_TOKEN EARLY_401           ALWAYS .       noTok .     .     .      .     noTok .
      FIRST_TOKEN EARLY_503           ALWAYS .       noTok .     .     .      .     noTok .
      FIRST_TOKEN EARLY_503           ONCE   .       ok    .     .     .      .     ok    .
      FIRST_TOKEN GARBAGE             ALWAYS .       noTok .     .     .      .     noTok noTok
      FIRST_TOKEN SLOW_TLS            ALWAYS ok      .     .     .     .      .     .     .
      FIRST_TOKEN NO_TLS              ALWAYS noTok   .     .     .     .      .     .     .
      FIRST_TOKEN UNKNOWN_CERTIFICATE ALWAYS noTok   .     .     .     .      .     .     .
      FIRST_TOKEN OTHER_CERTIFICATE   ALWAYS noTok   .     .     .     .      .     .     .

      RENEWAL     RESETS              ALWAYS .       noTok .     .     .      .     noTok noTok
      RENEWAL     RESETS              ONCE   .       ok    .     .     .      .     ok    ok
      RENEWAL     CLOSES              ALWAYS .       noTok .     .     .      .     noTok noTok
      RENEWAL     CLOSES              ONCE   .       ok    .     .     .      .     ok    ok
      RENEWAL     STALLS              ALWAYS .       noTok .     .     .      .     noTok noTok
      RENEWAL     HALF_ANSWER         ALWAYS .       noTok .     .     .      .     noTok .
      RENEWAL     EARLY_401           ALWAYS .       noTok .     .     .      .     noTok .
      RENEWAL     EARLY_503           ALWAYS .       noTok .     .     .      .     noTok .
      RENEWAL     EARLY_503           ONCE   .       ok    .     .     .      .     ok    .
      RENEWAL     GARBAGE             ALWAYS .       noTok .     .     .      .     noTok noTok

      BROWSER     RESETS              ONCE   .       shut  gone  gone  gone   gone  left  left
      BROWSER     CLOSES              ONCE   .       shut  gone  gone  gone   gone  left  left
      BROWSER     STALLS              ONCE   .       shut  slow  slow  slow   slow  .     left
      BROWSER     DRIPS               ONCE   .       .     slow  slow  slow   slow  .     .
      BROWSER     SENDS_LESS          ONCE   .       .     void cut   cut    cut   .     .
      BROWSER     SENDS_MORE          ONCE   .       .     .     ok    ok     ok    .     .
      BROWSER     GARBAGE             ONCE   .       odd   void  cut   cut    cut   .     .

      UPLOAD      RESETS              ONCE   .       .     back  gone  back   back  back  back
      UPLOAD      CLOSES              ONCE   .       .     back  gone  back   back  back  back
      UPLOAD      STALLS              ONCE   .       .     over  slow  over   over  .     .
      UPLOAD      DRIPS               ONCE   .       .     over  slow  over   over  .     .
      UPLOAD      SENDS_LESS          ONCE   .       .     part  cut   part   part  .     .
      UPLOAD      SENDS_MORE          ONCE   .       .     .     .     more   .     .     .
      UPLOAD      GARBAGE             ONCE   .       .     part  cut   part   part  .     .
      """;

  /** A line for each fault. */
  static final List<Row> ROWS =
      MATRIX.lines().skip(1).filter(line -> !line.isEmpty()).map(FaultMatrix::row).toList();

  private FaultMatrix() {}

  private static Row row(String line) {
    List<String> words = List.of(line.split(" +"));
    return Row.of(
        Party.valueOf(words.get(0)),
        Fault.valueOf(words.get(1)),
        Times.valueOf(words.get(2)),
        words.subList(3, words.size()).stream().map(FaultMatrix::ending).toList());
  }

  private static Optional<Ending> ending(String word) {
    if (word.equals(".")) {
      return Optional.empty();
    }
    Ending ending = ENDINGS.get(word);
    if (ending == null) {
      throw new IllegalStateException("the matrix has an unknown word: " + word);
    }
    return Optional.of(ending);
  }

  static List<Cell> cells() {
    return ROWS.stream().flatMap(row -> row.cells().stream()).toList();
  }
}
