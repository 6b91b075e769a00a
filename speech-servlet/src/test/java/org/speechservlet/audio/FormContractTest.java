package org.speechservlet.audio;

/** A form with a field of text and one file. */
final class FormContractTest extends AudioReaderContract {
  @Override
  Upload sample() {
    return FormBytes.form(
        FormBytes.field("language", "en-US"),
        FormBytes.file("audio/wav", Pcm.wav(16_000, 1, Pcm.speechLike(1600, 20_000))));
  }
}
