package org.speechservlet.upstream;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.util.Set;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/**
 * The body of a recognition request: the audio, chunked, as it comes into the buffer.
 *
 * <p>HttpClient asks for the first bytes when the service said 100 (Continue) or when the wait for
 * that is over: that first demand is the service's agreement.
 */
final class AudioEntityProducer implements AsyncEntityProducer {
  private final String contentType;
  private final ReplayBuffer.Playback audio;
  private final Transport.Events events;
  private final DirectOutput directOutput;

  private volatile @Nullable DataStreamChannel channel;
  private volatile boolean ended;
  private volatile boolean cut;

  AudioEntityProducer(
      String contentType,
      ReplayBuffer.Playback audio,
      Transport.Events events,
      DirectOutput directOutput) {
    this.contentType = contentType;
    this.audio = audio;
    this.events = events;
    this.directOutput = directOutput;
  }

  /** There is more audio, or its end. */
  void audioAvailable() {
    DataStreamChannel agreed = channel;
    if (agreed != null && !ended && !isWritten(agreed)) {
      requestOutput(agreed);
    }
  }

  /** Whether nothing is left to do for HttpClient's thread. */
  private boolean isWritten(DataStreamChannel output) {
    try {
      directOutput.write(() -> send(output));
      return !cut && !audio.hasUnsent() && !audio.isDrained();
    } catch (IOException | CancelledKeyException e) {
      return false; // HttpClient's thread will meet the same, and knows what to do.
    }
  }

  private static void requestOutput(DataStreamChannel output) {
    try {
      output.requestOutput();
    } catch (CancelledKeyException e) {
      // The connection was closed a moment ago: whoever reads from it tells how the exchange ended.
    }
  }

  /** Never sends anything more, not even the end: the connection is closed instead. */
  void cut() {
    cut = true;
    DataStreamChannel agreed = channel;
    if (agreed != null && !ended) {
      requestOutput(agreed);
    }
  }

  /** Whether some of the body may be on its way. */
  boolean isBegun() {
    return channel != null;
  }

  /** Whether the whole body is on its way. */
  boolean isEnded() {
    return ended;
  }

  @Override
  public void produce(DataStreamChannel output) throws IOException {
    if (cut) {
      throw new ConnectionClosedException("the recognition was given up");
    }
    if (channel == null) {
      channel = output;
      events.agreed();
    }
    send(output);
    if (!ended && audio.isDrained()) {
      ended = true;
      output.endStream();
    }
  }

  private void send(DataStreamChannel output) throws IOException {
    if (!cut && audio.sendTo(output::write) > 0) {
      events.sent();
    }
  }

  @Override
  public int available() {
    return !ended && (cut || audio.hasUnsent() || audio.isDrained()) ? 1 : 0;
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public void failed(Exception cause) {}

  @Override
  public void releaseResources() {}

  @Override
  public long getContentLength() {
    return -1;
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public boolean isChunked() {
    return true;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }
}
