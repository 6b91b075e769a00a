package org.speechservlet.servlet;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upload that goes on. To its recognition it is one browser that sends one long body: what is
 * read comes from the append under way, and between two of them there is nothing yet.
 *
 * <pre>
 *   CREATING --content taken, 201--> OPEN --last append taken--> COMPLETE
 *      |                              |                             |
 *      |------- the recognition's answer, problem or not -----------|--> ANSWERED --> finished
 * </pre>
 *
 * The answer goes to the append under way, and is kept by the {@link FinishedUpload} that follows.
 * A new request ends the one before it, whose browser has given it up. A cut connection ends an
 * append and not the upload, unless it is the creation: then nobody knows of the upload.
 *
 * <p>Confined to the exchange's executor, but for what {@link UploadResource} has.
 */
final class LiveUpload implements Browser, UploadResource, Append.Reader {
  private static final Logger LOG = LoggerFactory.getLogger(LiveUpload.class);

  private final UploadIdentity identity;
  private final Exchange exchange;
  private final UploadRegistry registry;
  private final UploadProgress progress = new UploadProgress();

  private volatile @Nullable Append current;
  private boolean created;
  private boolean allThere;
  private boolean cancelled;
  private boolean over;
  private @Nullable Listener listener;
  private @Nullable FinishedUpload finished;

  /** The recognition that an upload feeds. What is executed runs where the recognition does. */
  interface Exchange extends Executor {
    void refuse(Problem problem);

    /** Ends it without an answer. */
    void cancel();

    /** How long the next bytes may stay away. */
    Duration uploadTimeLeft();
  }

  LiveUpload(UploadIdentity identity, Append creation, Exchange exchange, UploadRegistry registry) {
    this.identity = identity;
    this.current = creation;
    this.exchange = exchange;
    this.registry = registry;
    progress.begin(creation.fields(), creation.announcedBytes());
  }

  @Override
  public UploadIdentity identity() {
    return identity;
  }

  @Override
  public Executor executor() {
    return exchange;
  }

  /** Whether it waits for the next append. On any thread. */
  boolean isWaiting() {
    return current == null;
  }

  /** Ends it with a problem, unless all of its audio is there; to be called on any thread. */
  void stopIncomplete(Problem problem) {
    exchange.execute(
        () -> {
          Append append = current;
          if (finished == null && !allThere && (append == null || !append.fields().isLast())) {
            exchange.refuse(problem);
          }
        });
  }

  @Override
  public void append(Append append) {
    exchange.execute(
        () -> {
          try {
            take(append);
          } catch (RuntimeException | Error defect) {
            append.supersede(problem(ErrorMapping.internal()));
            throw defect;
          }
        });
  }

  private void take(Append append) {
    if (finished != null) {
      finished.append(append);
      return;
    }
    if (over) {
      append.finish(problem(UploadProblems.unknownUpload()));
      return;
    }
    supersede();
    Problem objection = progress.objection(append.fields(), append.announcedBytes());
    if (objection != null) {
      append.finish(problem(objection));
    } else if (progress.isClosed()) {
      current = append;
      append.discard();
    } else {
      progress.begin(append.fields(), append.announcedBytes());
      current = append;
      append.startReading(this);
    }
  }

  private void supersede() {
    Append previous = current;
    if (previous != null) {
      current = null;
      previous.supersede(problem(UploadProblems.superseded()));
    }
  }

  @Override
  public void tellOffset(Browser asking) {
    exchange.execute(
        () -> {
          if (finished != null) {
            finished.tellOffset(asking);
          } else if (over) {
            asking.reply(problem(UploadProblems.unknownUpload()));
          } else {
            supersede();
            asking.reply(registry.answers().progress(progress, false, exchange.uploadTimeLeft()));
          }
        });
  }

  @Override
  public void cancel(Browser asking) {
    exchange.execute(
        () -> {
          cancelled = true;
          supersede();
          registry.remove(identity);
          exchange.cancel();
          asking.reply(UploadAnswers.cancelled());
        });
  }

  @Override
  public void startReading(Listener newListener) {
    listener = newListener;
    Append append = current;
    if (append != null) {
      append.startReading(this);
    } else {
      newListener.readable();
    }
  }

  @Override
  public boolean expectsContinue() {
    Append append = current;
    return append != null && append.expectsContinue();
  }

  @Override
  public long announcedBytes() {
    return -1;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    Append append = current;
    if (finished != null) {
      return END;
    }
    if (append == null) {
      return NOTHING_YET;
    }
    try {
      int count = append.read(buffer);
      return count == END ? endOf(append) : took(count);
    } catch (IOException e) {
      if (created) {
        cut(append, e);
        return NOTHING_YET;
      }
      giveUp(append);
      throw e;
    }
  }

  private int took(int count) {
    progress.took(count);
    if (!progress.exceedsLength()) {
      return count;
    }
    exchange.refuse(
        UploadProblems.inconsistentLength(
            "More came than the length of " + progress.length() + " bytes that was told."));
    return NOTHING_YET;
  }

  /** Not every container tells a content that was cut from one that is complete. */
  private int endOf(Append append) {
    if (append.takenBytes() < append.announcedBytes()) {
      endedEarly(append);
      return NOTHING_YET;
    }
    if (!append.fields().isLast()) {
      current = null;
      append.finish(acknowledgement());
      return NOTHING_YET;
    }
    if (progress.isShort()) {
      exchange.refuse(
          UploadProblems.inconsistentLength(
              "The upload ended before the length of " + progress.length() + " bytes."));
      return NOTHING_YET;
    }
    progress.complete();
    allThere = true;
    return END;
  }

  private Answer acknowledgement() {
    if (created) {
      return UploadAnswers.appended(progress.offset());
    }
    created = true;
    registry.add(this);
    return registry.answers().created(identity, progress.offset(), exchange.uploadTimeLeft());
  }

  private void endedEarly(Append append) {
    if (append.takenBytes() == 0) {
      UnreadBody.warn(identity.requestId(), append.announcedBytes());
    }
    if (created) {
      current = null;
      append.finish(
          problem(UploadProblems.incomplete(append.announcedBytes(), append.takenBytes())));
    } else {
      exchange.refuse(ErrorMapping.incomplete());
    }
  }

  @Override
  public void readable() {
    if (listener != null) {
      listener.readable();
    }
  }

  @Override
  public void cut(Append append, Throwable cause) {
    String id = identity.requestId();
    LogContext.of(id, () -> LOG.debug("{} lost an append at {}", id, progress.offset(), cause));
    if (append != current) {
      return;
    }
    if (cause instanceof ContainerStopsException) {
      exchange.refuse(Recognitions.stopping());
      return;
    }
    giveUp(append);
    if (!created && listener != null) {
      listener.uploadFailed(cause);
    }
  }

  /** Without an answer the container would tell a browser that is still there of a success. */
  private void giveUp(Append append) {
    current = null;
    append.supersede(
        created
            ? problem(UploadProblems.broken())
            : registry.answers().last(problem(ErrorMapping.incomplete())));
  }

  /** Keeps the recognition's answer, and gives it to who is there. */
  @Override
  public void answer(Answer answer) {
    progress.close();
    Answer last = registry.answers().last(answer);
    finished = new FinishedUpload(identity, progress, last, registry);
    Append append = current;
    if (append != null) {
      current = null;
      append.finish(last);
    }
  }

  @Override
  public void complete() {
    over = true;
    Append append = current;
    if (append != null) {
      current = null;
      append.supersede(problem(ErrorMapping.internal()));
    }
    FinishedUpload successor = finished;
    if (created && !cancelled && successor != null) {
      registry.finished(successor);
    } else {
      registry.remove(identity);
    }
  }

  private Answer problem(Problem problem) {
    return UploadAnswers.problem(problem, identity.requestId());
  }
}
