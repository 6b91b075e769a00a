package org.speechservlet.servers.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** An utterance that goes up in many requests while it is spoken. */
public final class LiveUpload {

  private final Browser browser;
  private final URI location;
  private final String token;
  private long offset;

  private LiveUpload(Browser browser, HttpResponse<String> created, int offset) {
    this.browser = browser;
    this.location = created.uri().resolve(field(created, "Location"));
    this.token = field(created, "Upload-Token");
    this.offset = offset;
  }

  /** Sends all of it in pieces of this many bytes, and returns the answer to the last one. */
  public static HttpResponse<String> dictate(Browser browser, Speech speech, int pieceBytes)
      throws IOException, InterruptedException {
    byte[] audio = speech.body();
    LiveUpload upload =
        begin(browser, speech.contentType(), Arrays.copyOfRange(audio, 0, pieceBytes));
    int next = pieceBytes;
    while (audio.length - next > pieceBytes) {
      upload.append(Arrays.copyOfRange(audio, next, next + pieceBytes));
      next += pieceBytes;
    }
    return upload.patch("?1", Arrays.copyOfRange(audio, next, audio.length));
  }

  /** Creates an upload with its first piece. */
  public static LiveUpload begin(Browser browser, String contentType, byte[] piece)
      throws IOException, InterruptedException {
    HttpResponse<String> created =
        browser.send(
            HttpRequest.newBuilder(browser.speech().resolve("recognize"))
                .header("Content-Type", contentType)
                .header("Upload-Complete", "?0")
                .POST(BodyPublishers.ofByteArray(piece)));
    require(created, 201);
    return new LiveUpload(browser, created, piece.length);
  }

  private void append(byte[] piece) throws IOException, InterruptedException {
    HttpResponse<String> answer = patch("?0", piece);
    require(answer, 204);
    offset += piece.length;
  }

  private HttpResponse<String> patch(String complete, byte[] piece)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(location)
            .header("Content-Type", "application/partial-upload")
            .header("Upload-Offset", Long.toString(offset))
            .header("Upload-Complete", complete)
            .header("Upload-Token", token)
            .method("PATCH", BodyPublishers.ofByteArray(piece)));
  }

  private static void require(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "%d instead of %d: %s".formatted(answer.statusCode(), status, answer.body()));
    }
  }

  private static String field(HttpResponse<String> answer, String name) {
    return answer
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new AssertionError("The answer has no " + name));
  }
}
