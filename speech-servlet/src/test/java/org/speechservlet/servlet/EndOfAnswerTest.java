package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EndOfAnswerTest {
  private final List<String> done = new ArrayList<>();
  private final Queue<Runnable> containersTasks = new ArrayDeque<>();
  private boolean stopping;
  private final EndOfAnswer end =
      new EndOfAnswer(fake(AsyncContext.class), fake(HttpServletResponse.class));

  @Test
  void complete_withNothingToFlush_isAtOnce() {
    end.complete();
    assertEquals(List.of("complete"), done);
  }

  @Test
  void flush_isDoneByTheContainersThread() {
    end.flush();
    assertEquals(List.of(), done);
    containersTasks.remove().run();
    assertEquals(List.of("flush"), done);
    end.complete();
    assertEquals(List.of("flush", "complete"), done);
  }

  @Test
  void complete_whileTheAnswerIsFlushed_waitsForThat() {
    end.flush();
    end.complete();
    assertEquals(List.of(), done);
    containersTasks.remove().run();
    assertEquals(List.of("flush", "complete"), done);
  }

  @Test
  void flush_whenTheContainerTakesNoTask_failsAndTheRequestCanEnd() {
    stopping = true;
    assertThrows(RejectedExecutionException.class, end::flush);
    end.complete();
    assertEquals(List.of("complete"), done);
  }

  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            EndOfAnswerTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "flushBuffer" -> note("flush");
                  case "complete" -> note("complete");
                  case "start" -> start((Runnable) arguments[0]);
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
}
