package org.speechservlet.servlet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.audio.AudioException;
import org.speechservlet.audio.AudioIntake;
import org.speechservlet.audio.AudioSink;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.Recognition;
import org.speechservlet.upstream.Timers;
import org.speechservlet.upstream.Transcript;
import org.speechservlet.upstream.UpstreamException;

/**
 * One request to recognize speech, from its admission to the last byte of its answer.
 *
 * <pre>
 *   NEW --start--> WAITING --upstream agrees--> READING --end of upload--> UPLOADED
 *    |                |                           |                          |
 *    |                |-------- transcript, or a problem of either side -----|
 *    |                                      |
 *    |--refuse---------------------------> the answer is written
 *                                           |
 *                     upload not read to its end? --yes--> DRAINING --end, or enough--> ENDED
 *                                           |--no--------------------------------------> ENDED
 * </pre>
 *
 * A browser that goes away leads to ENDED from everywhere, and cuts the recognition. The first
 * outcome counts; whatever comes later is dropped.
 *
 * <p>Bytes are read only while the recognition has room for what they become. While a browser may
 * send, it must do so at least every {@code upload-idle-timeout}.
 *
 * <p>Confined to its executor; {@link #readable} and {@link #uploadFailed} may be called on any
 * thread.
 */
final class SpeechExchange implements Recognition.Listener, AudioSink, Browser.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechExchange.class);

  private enum State {
    NEW,
    WAITING,
    READING,
    UPLOADED,
    DRAINING,
    ENDED
  }

  private final ExchangeRequest request;
  private final Browser browser;
  private final Executor executor;
  private final Timers timers;
  private final Completion completion;
  private final AudioIntake intake;
  private final UploadWatch watch;
  private final ExchangeMeasures measures;

  private State state = State.NEW;
  private @Nullable Recognition recognition;
  private Allowance allowance = Allowance.UNLIMITED;
  private @Nullable ExchangeReport report;
  private boolean reading;
  private @Nullable Drain drain;

  /** Told once, when all is over. */
  interface Completion {
    void ended(ExchangeReport report);
  }

  SpeechExchange(
      ExchangeRequest request,
      Browser browser,
      Executor executor,
      Timers timers,
      Completion completion) {
    this.request = request;
    this.browser = browser;
    this.executor = executor;
    this.timers = timers;
    this.completion = completion;
    this.intake =
        new AudioIntake(request.contentType(), request.audioLimits(), request.filters(), this);
    this.watch = new UploadWatch(request.limits(), timers, executor, new Upload());
    this.measures = new ExchangeMeasures(timers);
  }

  /** Whether it has ended before it was started. */
  boolean isOver() {
    return state != State.NEW;
  }

  /** Starts the recognition; the upload is read once the Speech API agrees. */
  void start(Recognition newRecognition, Allowance newAllowance) {
    state = State.WAITING;
    allowance = newAllowance;
    recognition = newRecognition;
    newRecognition.start();
  }

  /** Answers with a problem, instead of starting or in the middle. */
  void refuse(Problem problem) {
    conclude(Outcome.of(problem), request.form().of(problem));
  }

  /** Answers with a problem if there is no answer yet; to be called on any thread. */
  void stop(Problem problem) {
    executor.execute(
        () -> {
          if (report == null) {
            refuse(problem);
          }
          end();
        });
  }

  /** Ends it for a browser that wants no answer any more. */
  void cancel() {
    if (report == null) {
      report = reportOf(Outcome.CANCELLED, 204);
    }
    end();
  }

  /** How long the browser may still keep the upload waiting for bytes. */
  Duration uploadTimeLeft() {
    return watch.timeLeft();
  }

  /** A defect of this application: the browser is told, and nothing stays behind. */
  void crashed(Throwable failure) {
    log(
        () ->
            LOG.error(
                "{} failed by a defect; please report it with this trace", request.id(), failure));
    if (report == null) {
      refuse(ErrorMapping.internal());
    } else {
      end();
    }
  }

  @Override
  public void ready() {
    state = State.READING;
    watch.start();
    startReading();
  }

  @Override
  public void demand() {
    watch.progressed();
    pump();
  }

  @Override
  public void readable() {
    executor.execute(this::pump);
  }

  @Override
  public void uploadFailed(Throwable cause) {
    if (cause instanceof ContainerStopsException) {
      stop(Recognitions.stopping());
    } else {
      executor.execute(() -> browserGone(cause));
    }
  }

  @Override
  public void answered(Transcript transcript) {
    conclude(Outcome.of(transcript), request.form().of(transcript));
  }

  @Override
  public void unauthorized(Throwable reason) {
    String why = ErrorMapping.unwrap(reason).getMessage();
    log(() -> LOG.warn("{} has no authorization: {}", request.id(), why));
    refuse(ErrorMapping.unauthorized(reason));
  }

  @Override
  public void failed(UpstreamException failure) {
    log(() -> LOG.warn("{} {}", request.id(), failure.getMessage()));
    refuse(ErrorMapping.of(failure));
  }

  @Override
  public void format(UpstreamFormat format) {
    if (recognition != null) {
      recognition.format(format);
    }
  }

  @Override
  public void audio(ByteBuffer bytes) {
    if (recognition != null) {
      measures.sent(bytes.remaining());
      recognition.audio(bytes);
    }
  }

  private void startReading() {
    reading = true;
    try {
      browser.startReading(this);
    } catch (IOException e) {
      browserGone(e);
    }
  }

  private void pump() {
    if (drain != null) {
      drain.pump();
      return;
    }
    byte[] buffer = request.buffers().take();
    try {
      read(buffer);
    } catch (AudioException e) {
      refuse(ErrorMapping.of(e));
    } catch (IOException e) {
      browserGone(e);
    } finally {
      request.buffers().giveBack(buffer);
    }
  }

  private void read(byte[] buffer) throws AudioException, IOException {
    while (isBrowsersTurn()) {
      int count = browser.read(buffer);
      if (count == Browser.NOTHING_YET) {
        return;
      }
      if (count < 0) {
        endOfUpload();
      } else {
        took(ByteBuffer.wrap(buffer, 0, count));
      }
    }
  }

  private boolean isBrowsersTurn() {
    return state == State.READING && recognition != null && recognition.hasRoom();
  }

  private void took(ByteBuffer bytes) throws AudioException {
    watch.progressed();
    measures.received(bytes.remaining());
    if (measures.uploadBytes() > request.limits().maxUploadBytes()) {
      refuse(ErrorMapping.tooLarge(request.limits().maxUploadBytes()));
      return;
    }
    intake.feed(bytes);
    keepToAllowance();
  }

  private void keepToAllowance() {
    Problem objection = allowance.objection(intake.audioDuration());
    if (objection != null) {
      refuse(objection);
    }
  }

  private void endOfUpload() throws AudioException {
    measures.uploadEnded();
    state = State.UPLOADED;
    if (measures.uploadBytes() < browser.announcedBytes()) {
      endedEarly();
      return;
    }
    intake.end();
    keepToAllowance();
    if (recognition != null && report == null) {
      recognition.endOfAudio();
    }
  }

  /** Not every container tells an upload that was cut from one that is complete. */
  private void endedEarly() {
    if (measures.uploadBytes() == 0) {
      UnreadBody.warn(request.id(), browser.announcedBytes());
      refuse(ErrorMapping.noBody(browser.announcedBytes()));
    } else {
      browserGone(UnreadBody.cut(measures.uploadBytes(), browser.announcedBytes()));
    }
  }

  /** What is watched of this exchange. */
  private final class Upload implements UploadWatch.Watched {
    @Override
    public boolean isBrowsersTurn() {
      return SpeechExchange.this.isBrowsersTurn();
    }

    @Override
    public void stalled(String how) {
      if (state == State.READING) {
        refuse(ErrorMapping.stalled(how));
      }
    }
  }

  /** Adds what is left of the user's quotas, and what is to become of the connection. */
  private Browser.Answer complete(Browser.Answer answer) {
    return answer
        .withFields(allowance.fields(intake.audioDuration()))
        .closing(!measures.hasUploadEnded());
  }

  /** The one place where an outcome becomes an answer. */
  private void conclude(String outcome, Browser.Answer answer) {
    if (report != null || state == State.ENDED) {
      return;
    }
    report = reportOf(outcome, answer.status());
    if (recognition != null) {
      recognition.cancel();
    }
    allowance.settle(intake.audioDuration()); // First: the next phrase may follow at once.
    try {
      browser.answer(complete(answer));
    } catch (IOException e) {
      browserGone(e);
      return;
    }
    sayGoodbye();
  }

  private void sayGoodbye() {
    if (measures.hasUploadEnded() || (!reading && browser.expectsContinue())) {
      end();
      return;
    }
    state = State.DRAINING;
    watch.stop();
    drain = new Drain(browser, executor, timers, this::end);
    if (reading) {
      executor.execute(this::pump);
    } else {
      startReading();
    }
  }

  private void browserGone(Throwable cause) {
    if (state == State.ENDED) {
      return;
    }
    log(() -> LOG.debug("{} lost its browser", request.id(), cause));
    if (report == null) {
      report = reportOf(Outcome.BROWSER_GONE, 0);
      tellWhoeverIsThere();
    }
    end();
  }

  /** Without an answer the container would tell a browser that is still there of a success. */
  private void tellWhoeverIsThere() {
    try {
      browser.answer(complete(request.form().of(ErrorMapping.incomplete())));
    } catch (IOException e) {
      log(() -> LOG.debug("{} has nobody there to be told", request.id(), e));
    }
  }

  private void log(Runnable line) {
    LogContext.of(request.id(), line);
  }

  private ExchangeReport reportOf(String outcome, int status) {
    Duration firstByte = recognition == null ? null : recognition.timeToFirstByte();
    return measures.report(request.id(), outcome, status, intake.audioDuration(), firstByte);
  }

  private void end() {
    if (state == State.ENDED) {
      return;
    }
    state = State.ENDED;
    watch.stop();
    if (drain != null) {
      drain.cancel();
    }
    if (recognition != null) {
      recognition.cancel();
    }
    ExchangeReport last = report != null ? report : reportOf(Outcome.BROWSER_GONE, 0);
    allowance.settle(intake.audioDuration());
    try {
      completion.ended(last); // First, so that who has the answer finds it counted.
    } finally {
      browser.complete();
    }
  }
}
