package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
  private final List<Object> seen = new ArrayList<>();
  private final SerialExecutor executor = new SerialExecutor(seen::add);

  @Test
  void taskBroughtByATask_runsAfterIt() {
    executor.execute(
        () -> {
          executor.execute(() -> seen.add("inner"));
          seen.add("outer");
        });

    assertEquals(List.of("outer", "inner"), seen);
  }

  @Test
  void taskThatThrows_isReportedAndTheNextRuns() {
    RuntimeException failure = new RuntimeException("on purpose");
    executor.execute(
        () -> {
          executor.execute(() -> seen.add("next"));
          throw failure;
        });

    assertEquals(List.of(failure, "next"), seen);
  }

  @Test
  void tasksOfManyThreads_runOneAtATimeAndNoneIsLost() throws Exception {
    int threads = 8;
    int tasksEach = 2_000;
    int[] unguarded = {0};
    CountDownLatch done = new CountDownLatch(threads * tasksEach);
    for (int i = 0; i < threads; i++) {
      new Thread(
              () -> {
                for (int task = 0; task < tasksEach; task++) {
                  executor.execute(
                      () -> {
                        unguarded[0]++;
                        done.countDown();
                      });
                }
              })
          .start();
    }

    assertTrue(done.await(30, TimeUnit.SECONDS));
    assertEquals(threads * tasksEach, unguarded[0]);
  }

  @Test
  void manyTasksBroughtByTasks_doNotNest() {
    int[] left = {1_000_000};
    Runnable[] task = new Runnable[1];
    task[0] =
        () -> {
          if (left[0]-- > 0) {
            executor.execute(task[0]);
          }
        };

    executor.execute(task[0]);

    assertEquals(-1, left[0]);
    assertEquals(List.of(), seen);
  }
}
