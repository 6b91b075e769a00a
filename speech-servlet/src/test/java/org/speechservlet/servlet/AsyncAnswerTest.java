package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order in which an answer, its flushing and the end of the request come. */
final class AsyncAnswerTest {
  private final List<String> done = new ArrayList<>();
  private final Queue<Runnable> containersTasks = new ArrayDeque<>();
  private boolean stopping;
  private final AsyncBrowser browser =
      new AsyncBrowser(
          fake(AsyncContext.class),
          fake(HttpServletRequest.class),
          fake(HttpServletResponse.class));

  @Test
  void answer_toAnUploadThatWasRead_goesWithTheEndOfTheRequest() throws IOException {
    browser.answer(answer(false));
    browser.complete();
    assertEquals(List.of("write", "complete"), done);
  }

  @Test
  void answer_whileTheBrowserSends_isFlushedByTheContainersThread() throws IOException {
    browser.answer(answer(true));
    assertEquals(List.of("write"), done);
    containersTasks.remove().run();
    browser.complete();
    assertEquals(List.of("write", "flush", "complete"), done);
  }

  @Test
  void complete_whileTheAnswerIsFlushed_waitsForThat() throws IOException {
    browser.answer(answer(true));
    browser.complete();
    assertEquals(List.of("write"), done);
    containersTasks.remove().run();
    assertEquals(List.of("write", "flush", "complete"), done);
  }

  @Test
  void answer_whenTheContainerTakesNoTask_failsAndTheRequestCanEnd() {
    stopping = true;
    assertThrows(IOException.class, () -> browser.answer(answer(true)));
    browser.complete();
    assertEquals(List.of("write", "complete"), done);
  }

  private static Browser.Answer answer(boolean closeConnection) {
    return new Browser.Answer(415, "text/plain", "no", Map.of(), closeConnection);
  }

  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            AsyncAnswerTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getProtocol" -> "HTTP/1.1";
                  case "getBufferSize" -> 8 * 1024;
                  case "getOutputStream" -> new Output();
                  case "flushBuffer" -> note("flush");
                  case "complete" -> note("complete");
                  case "start" -> start((Runnable) arguments[0]);
                  case "setStatus", "setContentType", "setHeader", "setContentLength" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                }));
  }

  private @Nullable Object note(String what) {
    done.add(what);
    return null;
  }

  private @Nullable Object start(Runnable task) {
    if (stopping) {
      throw new RejectedExecutionException("the container stops");
    }
    containersTasks.add(task);
    return null;
  }

  private final class Output extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(byte[] bytes) {
      done.add("write");
    }
  }
}
