package org.speechservlet.servlet;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upload whose recognition has been answered: keeps the answer for a browser that did not get
 * it. Thread-safe, as nothing of it changes any more.
 */
final class FinishedUpload implements UploadResource {
  private static final Logger LOG = LoggerFactory.getLogger(FinishedUpload.class);

  private final UploadIdentity identity;
  private final UploadProgress progress;
  private final Browser.Answer answer;
  private final UploadRegistry registry;

  FinishedUpload(
      UploadIdentity identity,
      UploadProgress progress,
      Browser.Answer answer,
      UploadRegistry registry) {
    this.identity = identity;
    this.progress = progress;
    this.answer = answer;
    this.registry = registry;
  }

  /** What the answer takes in memory, about. */
  int answerBytes() {
    return answer.body().length();
  }

  @Override
  public UploadIdentity identity() {
    return identity;
  }

  @Override
  public Executor executor() {
    return new SerialExecutor(
        failure ->
            LogContext.of(
                identity.requestId(),
                () ->
                    LOG.error(
                        "{} failed by a defect; please report it with this trace",
                        identity.requestId(),
                        failure)));
  }

  @Override
  public void append(Append append) {
    append
        .executor()
        .execute(
            () -> {
              Problem objection = progress.objection(append.fields(), append.announcedBytes());
              append.finish(
                  objection == null
                      ? answer
                      : UploadAnswers.problem(objection, identity.requestId()));
            });
  }

  @Override
  public void tellOffset(Browser browser) {
    browser.reply(registry.answers().progress(progress, true, registry.timeLeft(identity)));
  }

  @Override
  public void cancel(Browser browser) {
    registry.remove(identity);
    browser.reply(UploadAnswers.cancelled());
  }
}
