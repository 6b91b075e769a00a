package org.speechservlet.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.speechservlet.audio.UpstreamFormat;

/** A recognition over a real connection, and somebody who speaks. Thread-safe. */
final class Dictation {
  private final SerialQueue executor = new SerialQueue();
  private final AwaitedOutcome outcome = new AwaitedOutcome();
  private final Recognition recognition;

  Dictation(UpstreamClient client, RecognitionRequest request, CredentialSource credentials) {
    recognition = client.recognition(request, credentials, executor, outcome);
  }

  Dictation start() {
    executor.execute(recognition::start);
    return this;
  }

  Dictation say(String audio) {
    return say(audio.getBytes(UTF_8));
  }

  Dictation say(byte[] audio) {
    executor.execute(() -> recognition.audio(ByteBuffer.wrap(audio)));
    return this;
  }

  Dictation end() {
    executor.execute(recognition::endOfAudio);
    return this;
  }

  Dictation format(UpstreamFormat format) {
    executor.execute(() -> recognition.format(format));
    return this;
  }

  void cancel() {
    executor.execute(recognition::cancel);
  }

  boolean hasRoom() throws Exception {
    return CompletableFuture.supplyAsync(recognition::hasRoom, executor)
        .get(ScriptedPeer.PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  AwaitedOutcome outcome() {
    return outcome;
  }
}
