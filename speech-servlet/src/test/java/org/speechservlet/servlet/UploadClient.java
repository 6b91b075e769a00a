package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;

/** A page that dictates: its audio goes up in pieces while somebody speaks. */
final class UploadClient {
  final HttpResponse<String> creation;
  final URI location;
  final String token;
  private final Fixture fixture;

  private UploadClient(Fixture fixture, HttpResponse<String> creation) {
    assertEquals(201, creation.statusCode(), creation.body());
    this.fixture = fixture;
    this.creation = creation;
    this.location = creation.uri().resolve(field(creation, "Location"));
    this.token = field(creation, "Upload-Token");
  }

  static UploadClient create(Fixture fixture, byte[] piece, String... fields) throws Exception {
    return of(fixture, tryToCreate(fixture, piece, fields));
  }

  static UploadClient of(Fixture fixture, HttpResponse<String> creation) {
    return new UploadClient(fixture, creation);
  }

  static HttpResponse<String> tryToCreate(Fixture fixture, byte[] piece, String... fields)
      throws Exception {
    String[] all = {"Content-Type", "audio/wav", "Upload-Complete", "?0"};
    return fixture.post(piece, join(all, fields));
  }

  HttpResponse<String> append(long offset, byte[] piece) throws Exception {
    return patch(offset, "?0", piece);
  }

  HttpResponse<String> appendLast(long offset, byte[] piece) throws Exception {
    return patch(offset, "?1", piece);
  }

  private HttpResponse<String> patch(long offset, String complete, byte[] piece) throws Exception {
    return send(
        "PATCH",
        piece,
        "Content-Type",
        "application/partial-upload",
        "Upload-Offset",
        Long.toString(offset),
        "Upload-Complete",
        complete,
        "Upload-Token",
        token);
  }

  HttpResponse<String> head() throws Exception {
    return send("HEAD", new byte[0], "Upload-Token", token);
  }

  HttpResponse<String> delete() throws Exception {
    return send("DELETE", new byte[0], "Upload-Token", token);
  }

  HttpResponse<String> send(String method, byte[] body, String... fields) throws Exception {
    return fixture.send(
        HttpRequest.newBuilder(location)
            .method(
                method,
                body.length == 0 && !method.equals("PATCH")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body)),
        fields);
  }

  /** Sends all that is left of the audio, in pieces, and returns the recognition's answer. */
  HttpResponse<String> finish(byte[] audio, int offset, int pieceBytes) throws Exception {
    int next = offset;
    while (audio.length - next > pieceBytes) {
      HttpResponse<String> answer = append(next, part(audio, next, next + pieceBytes));
      assertEquals(204, answer.statusCode(), answer.body());
      next += pieceBytes;
      assertEquals(Integer.toString(next), field(answer, "Upload-Offset"));
    }
    return appendLast(next, part(audio, next, audio.length));
  }

  /** A connection of its own, in the middle of an append, that has sent this much of it. */
  RawClient appendInTheMiddle(long offset, int announced, byte[] sent) throws Exception {
    return beginAppend(offset, "?0", announced, sent);
  }

  /** A connection of its own that has begun the last append, or sent all of it. */
  RawClient lastAppendInTheMiddle(long offset, int announced, byte[] sent) throws Exception {
    return beginAppend(offset, "?1", announced, sent);
  }

  private RawClient beginAppend(long offset, String complete, int announced, byte[] sent)
      throws Exception {
    return new RawClient(fixture.server)
        .request(
            "PATCH",
            location,
            "Content-Type: application/partial-upload",
            "Upload-Offset: " + offset,
            "Upload-Complete: " + complete,
            "Upload-Token: " + token,
            "Content-Length: " + announced)
        .send(sent);
  }

  static byte[] part(byte[] audio, int from, int to) {
    return Arrays.copyOfRange(audio, from, to);
  }

  static String field(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("no " + name);
  }

  private static String[] join(String[] some, String... others) {
    return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
  }
}
