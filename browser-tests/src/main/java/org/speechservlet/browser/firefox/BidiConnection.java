package org.speechservlet.browser.firefox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.speechservlet.browser.BrowserException;

/** Commands and their results over one WebSocket, as WebDriver BiDi has them. Thread-safe. */
final class BidiConnection implements AutoCloseable {

  private static final int LONGEST_COMMAND_SECONDS = 90;

  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonObject>> awaited = new ConcurrentHashMap<>();
  private final WebSocket socket;

  /** Connects to the address at which the browser says that it listens. */
  BidiConnection(URI address) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address.resolve("/session"), new Listener())
            .join();
  }

  /**
   * Sends a command and waits for its result.
   *
   * @throws BrowserException with the browser's words when it fails
   */
  JsonObject send(String method, JsonObject parameters) {
    long id = lastId.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    JsonObject command =
        Json.createObjectBuilder()
            .add("id", id)
            .add("method", method)
            .add("params", parameters)
            .build();
    socket.sendText(command.toString(), true).join();
    return resultOf(method, await(method, answer));
  }

  private static JsonObject await(String method, CompletableFuture<JsonObject> answer) {
    try {
      return answer.get(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new BrowserException("Firefox gave no answer to " + method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrowserException("Interrupted in " + method, e);
    }
  }

  private static JsonObject resultOf(String method, JsonObject answer) {
    if (answer.getString("type").equals("error")) {
      throw new BrowserException(
          "Firefox, %s: %s, %s"
              .formatted(method, answer.getString("error"), answer.getString("message")));
    }
    return answer.getJsonObject("result");
  }

  @Override
  public void close() {
    socket.abort();
  }

  private void answered(JsonObject message) {
    // Events have no id; none is subscribed to.
    if (message.get("id") instanceof jakarta.json.JsonNumber id) {
      CompletableFuture<JsonObject> answer = awaited.remove(id.longValue());
      if (answer != null) {
        answer.complete(message);
      }
    }
  }

  private void lost(Throwable cause) {
    awaited.values().forEach(answer -> answer.completeExceptionally(cause));
  }

  /** Puts messages together, of which the socket delivers parts. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        try (JsonReader reader = Json.createReader(new StringReader(message.toString()))) {
          answered(reader.readObject());
        }
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cause) {
      lost(cause);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      lost(new BrowserException("Firefox closed the connection: %d %s".formatted(code, reason)));
      return null;
    }
  }
}
