package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file is by its first {@value #HEAD_BYTES} bytes, and hands all to the reader for
 * it. The bytes decide; a type counts only where it says that they are PCM without a header, and no
 * signature says otherwise.
 */
final class DetectingReader implements AudioReader {
  static final int HEAD_BYTES = 64;

  static final FileSignature WAV = new FileSignature("RIFF????WAVE", "WAV");
  static final FileSignature OGG = new FileSignature("OggS", "Ogg");
  static final FileSignature EBML = new FileSignature("\u001aE\u00df\u00a3", "WebM");
  static final FileSignature MP4 = new FileSignature("????ftyp", "MP4");

  private final ContentType hint;
  private final long start;
  private final ResamplerFilters filters;
  private final AudioOutput output;
  private final ByteGatherer head = new ByteGatherer(HEAD_BYTES);
  private @Nullable AudioReader detected;

  /**
   * @param hint what the sender says that the file is
   * @param start where in the upload it begins
   * @param filters for PCM that has to be converted
   * @param output takes the audio
   */
  DetectingReader(ContentType hint, long start, ResamplerFilters filters, AudioOutput output) {
    this.hint = hint;
    this.start = start;
    this.filters = filters;
    this.output = output;
    head.await(HEAD_BYTES);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    if (detected == null) {
      if (!head.take(input)) {
        return;
      }
      detected = open();
    }
    detected.feed(input);
  }

  @Override
  public void end() throws AudioException {
    if (detected == null) {
      detected = open();
    }
    detected.end();
  }

  private AudioReader open() throws AudioException {
    ByteBuffer bytes = head.gathered();
    if (!bytes.hasRemaining()) {
      throw AudioException.malformed(start, "The upload is empty; audio was expected");
    }
    AudioReader reader = readerFor(bytes);
    reader.feed(bytes);
    return reader;
  }

  private AudioReader readerFor(ByteBuffer bytes) throws AudioException {
    if (WAV.matches(bytes)) {
      return new WavReader(start, filters, output);
    }
    if (OGG.matches(bytes)) {
      return new OggOpusReader(start, output);
    }
    if (EBML.matches(bytes)) {
      return new WebmReader(start, output);
    }
    if (MP4.matches(bytes)) {
      return new Mp4Reader(start, output);
    }
    RefusedFormats.check(bytes);
    if (RawPcmType.isNamedBy(hint)) {
      return rawPcm();
    }
    throw RefusedFormats.unknown(bytes, hint);
  }

  private AudioReader rawPcm() throws AudioException {
    RawPcmType type = RawPcmType.of(hint);
    WavOutput wav = new WavOutput(output);
    wav.open();
    return type.isOrderDeclared()
        ? type.format().reader(filters, wav)
        : new RawPcmReader(type.format(), filters, wav);
  }
}
