package org.speechservlet.benchmarks.load;

import java.time.Duration;
import org.speechservlet.benchmarks.audio.BodyLayout;
import org.speechservlet.benchmarks.audio.OpusPieces;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.audio.WavPieces;

/**
 * People who dictate: each sends a piece whenever one is due, however the others fare (open loop).
 *
 * @param kind the first part of its name
 * @param streams how many people
 * @param pieces how many each sends
 * @param period from one piece to the next
 * @param audio what they send
 * @param transfer how they send it
 */
public record LiveLoad(
    String kind, int streams, int pieces, Duration period, Audio audio, Transfer transfer)
    implements Load {

  /** What is sent. */
  public enum Audio {
    /** 3,200 bytes of WAV. */
    WAV_100_MS,
    /** 8,000 bytes of WAV, which is what the page sends at once. */
    WAV_250_MS,
    /** A page of 1,000 bytes of Ogg/Opus. */
    OPUS_250_MS;

    /** A source of its pieces. */
    public PieceSource open() {
      return switch (this) {
        case WAV_100_MS -> new WavPieces(Duration.ofMillis(100));
        case WAV_250_MS -> new WavPieces(Duration.ofMillis(250));
        case OPUS_250_MS -> new OpusPieces();
      };
    }
  }

  /** How it is sent. */
  public enum Transfer {
    /** One request, whose chunks are the pieces. */
    CHUNKED,
    /** A request for each piece (draft-ietf-httpbis-resumable-upload). */
    RESUMABLE
  }

  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int WARM_UP_STREAMS = 1_000;
  private static final int TOUCH_STREAMS = 20;
  private static final int STARTS_PER_SECOND = 500;
  private static final Duration SHORTEST_RAMP = Duration.ofSeconds(1);

  static LiveLoad paced(int streams) {
    return new LiveLoad(
        "paced", streams, 100, Duration.ofMillis(100), Audio.WAV_100_MS, Transfer.CHUNKED);
  }

  /** Shows in seconds that everything works, and measures nothing worth a table. */
  static LiveLoad smoke(int streams) {
    return new LiveLoad(
        "smoke", streams, 10, Duration.ofMillis(100), Audio.WAV_100_MS, Transfer.CHUNKED);
  }

  static LiveLoad opus(int streams) {
    return new LiveLoad(
        "opus", streams, 80, Duration.ofMillis(250), Audio.OPUS_250_MS, Transfer.CHUNKED);
  }

  /** All are open, and wait, before the first ends. */
  static LiveLoad paused(int streams) {
    return new LiveLoad(
        "paused", streams, 3, Duration.ofSeconds(16), Audio.WAV_100_MS, Transfer.CHUNKED);
  }

  static LiveLoad resumable(int streams) {
    return new LiveLoad(
        "resumable", streams, 40, Duration.ofMillis(250), Audio.WAV_250_MS, Transfer.RESUMABLE);
  }

  @Override
  public String name() {
    return kind + "-" + streams;
  }

  @Override
  public BodyLayout layout() {
    return audio.open().layout();
  }

  @Override
  public int uploads() {
    return streams;
  }

  /** From one's first piece to its last. */
  private Duration length() {
    return period.multipliedBy(pieces - 1);
  }

  /** Over which time they begin, evenly, so that all are open for a while before the first ends. */
  public Duration ramp() {
    Duration ramp = Duration.ofSeconds(1).multipliedBy(streams).dividedBy(STARTS_PER_SECOND);
    return max(SHORTEST_RAMP, min(ramp, length().dividedBy(2)));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** From the first piece of the first to the last piece of the last. */
  public Duration duration() {
    return ramp().plus(length());
  }

  /** When all are open: in the middle between the last one's start and the first one's end. */
  public Duration allOpenAfter() {
    return ramp().plus(length()).dividedBy(2);
  }

  @Override
  public LiveLoad touch() {
    return new LiveLoad(
        kind, Math.min(streams, TOUCH_STREAMS), Math.min(2, pieces), period, audio, transfer);
  }

  @Override
  public LiveLoad warmUp() {
    int count = Math.min(pieces, (int) Math.max(2, WARM_UP.dividedBy(period)));
    return new LiveLoad(kind, Math.min(streams, WARM_UP_STREAMS), count, period, audio, transfer);
  }
}
