package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.result.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/** One decoder, with a thread of its own that decodes one utterance after the other. */
final class SphinxRecognizer implements AutoCloseable {
  private final SampleSource source = new SampleSource();
  private final DecoderParts decoder;
  private final ExecutorService thread;

  /**
   * Loads the model.
   *
   * @throws IllegalStateException if it cannot be loaded
   */
  SphinxRecognizer(String threadName) {
    try {
      decoder = DecoderParts.load(source);
    } catch (IOException e) {
      throw new UncheckedIOException("The acoustic model of Sphinx4 cannot be read", e);
    }
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread worker = new Thread(task, threadName);
              worker.setDaemon(true);
              return worker;
            });
  }

  /** Begins an utterance; {@code release} is run once, when it is over. */
  SpeechEngine.Utterance begin(Runnable release) {
    source.reset();
    return new DecodedUtterance(thread.submit(this::decode), release);
  }

  private Transcript decode() {
    decoder.frontEnd().initialize();
    decoder.search().startRecognition();
    try {
      Result result = decoder.search().recognize(Integer.MAX_VALUE);
      return result == null ? Transcript.EMPTY : transcript(result);
    } finally {
      decoder.search().stopRecognition();
    }
  }

  private static Transcript transcript(Result result) {
    Token last = result.getBestFinalToken();
    String words =
        last != null ? result.getBestFinalResultNoFiller() : result.getBestResultNoFiller();
    return words.isBlank() ? Transcript.EMPTY : new Transcript(words.strip(), List.of(), 1);
  }

  @Override
  public void close() {
    source.abort();
    thread.shutdownNow();
  }

  /** An utterance whose samples go to the decoder's thread. */
  private final class DecodedUtterance implements SpeechEngine.Utterance {
    private final Future<Transcript> transcript;
    private final Runnable release;
    private boolean ended;
    private boolean closed;

    DecodedUtterance(Future<Transcript> transcript, Runnable release) {
      this.transcript = transcript;
      this.release = release;
    }

    @Override
    public void accept(short[] samples, int count) {
      try {
        source.put(samples, count);
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }

    @Override
    public Transcript finish() {
      ended = true;
      try {
        source.end();
        return transcript.get();
      } catch (InterruptedException e) {
        throw interrupted();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the decoder failed", e.getCause());
      }
    }

    private IllegalStateException interrupted() {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while audio was decoded");
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      if (!ended) {
        source.abort();
      }
      awaitDecoder();
      release.run();
    }

    /** The decoder stops at the end of what it has; the next utterance must not begin before. */
    private void awaitDecoder() {
      try {
        transcript.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | CancellationException e) {
        // What failed was told by finish(), or nobody asked.
      }
    }
  }
}
