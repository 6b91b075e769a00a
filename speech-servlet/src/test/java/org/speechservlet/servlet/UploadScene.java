package org.speechservlet.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.ManualTimers;

/** A live upload, its browsers, and a recognition that only keeps what it gets. */
final class UploadScene implements LiveUpload.Exchange {
  static final Duration TIME_LEFT = Duration.ofSeconds(17);

  final ManualTimers timers = new ManualTimers();
  final UploadRegistry registry = new UploadRegistry(new UploadAnswers(1000), timers);
  final StringBuilder heard = new StringBuilder();
  final UploadIdentity identity =
      UploadIdentity.create("the-id", FakeRequest.withHeaders(Map.of()), "", new FixedRandom());
  final FakeBrowser creator;
  final LiveUpload upload;
  boolean hasRoom = true;
  boolean ended;
  boolean heardAll;
  @Nullable Throwable defect;

  private final SerialExecutor executor = new SerialExecutor(failure -> defect = failure);
  private boolean over;

  /** The recognition reads as soon as the test says {@link #begin}. */
  UploadScene(FakeBrowser creator, long length) {
    this.creator = creator;
    Append creation = append(creator, -1, false, length);
    upload = new LiveUpload(identity, creation, this, registry);
  }

  /** An upload whose creation brought these bytes. */
  static UploadScene createdWith(String content) {
    UploadScene scene = new UploadScene(FakeBrowser.sending(content), -1);
    scene.begin();
    return scene;
  }

  void begin() {
    execute(
        () ->
            upload.startReading(
                new Browser.Listener() {
                  @Override
                  public void readable() {
                    execute(UploadScene.this::pump);
                  }

                  @Override
                  public void uploadFailed(Throwable cause) {
                    execute(UploadScene.this::end);
                  }
                }));
  }

  void pump() {
    byte[] buffer = new byte[4];
    try {
      while (hasRoom && !over && !heardAll) {
        int count = upload.read(buffer);
        if (count == Browser.NOTHING_YET) {
          return;
        }
        if (count == Browser.END) {
          heardAll = true;
        } else {
          heard.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      end();
    }
  }

  private Append append(FakeBrowser browser, long offset, boolean complete, long length) {
    Append append =
        new Append(
            new UploadFields(complete, optional(offset), optional(length)), browser, this, timers);
    registry.track(append);
    return append;
  }

  private static OptionalLong optional(long value) {
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  FakeBrowser patch(long offset, boolean complete, String content) {
    return patch(offset, complete, FakeBrowser.sending(content));
  }

  FakeBrowser patch(long offset, boolean complete, FakeBrowser browser) {
    resource().append(append(browser, offset, complete, -1));
    return browser;
  }

  FakeBrowser head() {
    FakeBrowser browser = FakeBrowser.sending("");
    resource().tellOffset(browser);
    return browser;
  }

  FakeBrowser delete() {
    FakeBrowser browser = FakeBrowser.sending("");
    resource().cancel(browser);
    return browser;
  }

  /** What is found under the upload's name; the upload itself while it has none yet. */
  UploadResource resource() {
    UploadResource found = registry.find(identity.name());
    return found == null ? upload : found;
  }

  /** The recognition's answer, which ends it. */
  void recognized(String text) {
    execute(
        () -> {
          upload.answer(new Browser.Answer(200, "text/plain", text, Map.of(), false));
          end();
        });
  }

  private void end() {
    if (!over) {
      over = true;
      ended = true;
      upload.complete();
    }
  }

  @Override
  public void refuse(Problem problem) {
    upload.answer(
        new Browser.Answer(
            problem.status(), Problem.CONTENT_TYPE, problem.toJson("the-id"), Map.of(), true));
    end();
  }

  @Override
  public void cancel() {
    end();
  }

  @Override
  public Duration uploadTimeLeft() {
    return TIME_LEFT;
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Names need not be unguessable here, but the same each time. */
  private static final class FixedRandom implements RandomGenerator {
    private long next;

    @Override
    public long nextLong() {
      return next++;
    }
  }
}
