package org.speechservlet.local;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.local.audio.AudioDecoder;
import org.speechservlet.local.audio.AudioFormat;
import org.speechservlet.local.audio.MalformedAudioException;
import org.speechservlet.local.audio.SampleSink;
import org.speechservlet.local.audio.SpeechActivity;
import org.speechservlet.local.audio.UnsupportedAudioException;

/**
 * Bytes to samples to words, each as soon as it can be; none of them is kept. Stops listening, and
 * drops what still comes, for one of the reasons of {@link Ear}.
 */
final class SpeechListener implements Listener, SampleSink {

  /** How long the Speech API waits for the first speech. */
  static final long INITIAL_SILENCE_SAMPLES = 5L * RATE_HZ;

  private enum Ear {
    LISTENING,
    /** The longest audio has been heard. */
    FULL,
    /** Nobody has spoken for as long as the Speech API waits. */
    TIRED_OF_SILENCE,
    /** The audio's codec is one that the Speech API takes for silence. */
    DEAF,
    /** The recognizer failed. */
    BROKEN
  }

  private static final Logger LOG = LoggerFactory.getLogger(SpeechListener.class);

  private final AudioDecoder decoder;
  private final SpeechEngine.Utterance utterance;
  private final ExchangeFacts facts;
  private final long maxSamples;
  private final SpeechActivity activity = new SpeechActivity();
  private Ear ear = Ear.LISTENING;
  private long sampleCount;

  SpeechListener(
      AudioFormat format,
      SpeechEngine.Utterance utterance,
      Duration maxAudio,
      ExchangeFacts facts) {
    this.decoder = format.newDecoder(this);
    this.utterance = utterance;
    this.facts = facts;
    this.maxSamples = AudioTime.samples(maxAudio);
  }

  @Override
  public void hear(ByteBuffer bytes) throws MalformedAudioException {
    try {
      if (ear == Ear.LISTENING) {
        decoder.decode(bytes);
      }
    } catch (UnsupportedAudioException e) {
      facts.note(e.getMessage() + ": taken for silence");
      stopListening(Ear.DEAF);
    }
    bytes.position(bytes.limit());
  }

  @Override
  public void accept(short[] samples, int count) {
    if (ear != Ear.LISTENING) {
      return;
    }
    int heard = (int) Math.min(count, maxSamples - sampleCount);
    sampleCount += heard;
    activity.accept(samples, heard);
    decode(samples, heard);
    if (heard < count) {
      facts.note("cut after the longest audio");
      ear = Ear.FULL;
    } else if (sampleCount >= INITIAL_SILENCE_SAMPLES && !activity.isHeard()) {
      stopListening(Ear.TIRED_OF_SILENCE);
    }
  }

  @Override
  public RecognitionResult finish() throws MalformedAudioException {
    if (ear == Ear.LISTENING) {
      decoder.end();
    }
    facts.audioDecoded(AudioTime.duration(sampleCount));
    return switch (ear) {
      case DEAF, TIRED_OF_SILENCE -> new RecognitionResult.InitialSilence(INITIAL_SILENCE_SAMPLES);
      case BROKEN -> new RecognitionResult.EngineFailed();
      case LISTENING, FULL ->
          activity.isHeard() ? transcribe() : new RecognitionResult.InitialSilence(sampleCount);
    };
  }

  @Override
  public void close() {
    utterance.close();
  }

  private void stopListening(Ear reason) {
    ear = reason;
    utterance.close();
  }

  private void decode(short[] samples, int count) {
    try {
      utterance.accept(samples, count);
    } catch (RuntimeException e) {
      breakDown(e);
    }
  }

  private RecognitionResult transcribe() {
    try {
      Transcript transcript = utterance.finish();
      return transcript.isEmpty() ? noMatch() : success(transcript);
    } catch (RuntimeException e) {
      breakDown(e);
      return new RecognitionResult.EngineFailed();
    }
  }

  private RecognitionResult noMatch() {
    return new RecognitionResult.NoMatch(
        activity.firstSample(), activity.endSample() - activity.firstSample());
  }

  /** The recognizer's times, or where sound was heard when it has none. */
  private RecognitionResult success(Transcript transcript) {
    long start = transcript.start().map(AudioTime::samples).orElseGet(activity::firstSample);
    long end = transcript.end().map(AudioTime::samples).orElseGet(activity::endSample);
    return new RecognitionResult.Success(transcript, start, end - start);
  }

  private void breakDown(RuntimeException failure) {
    LOG.warn(
        "{} The recognizer failed after {} of audio; the client is told Error",
        facts.connectionId(),
        AudioTime.duration(sampleCount),
        failure);
    stopListening(Ear.BROKEN);
  }
}
