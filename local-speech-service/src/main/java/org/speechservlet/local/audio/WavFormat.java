package org.speechservlet.local.audio;

import java.nio.ByteBuffer;

/**
 * What a {@code fmt} chunk says.
 *
 * @param tag the codec; 1 is linear PCM
 * @param channelCount the channels
 * @param rateHz the samples per second of each channel
 * @param frameBytes the bytes of one sample of all channels (BlockAlign)
 * @param sampleBits the bits of one sample
 */
record WavFormat(int tag, int channelCount, int rateHz, int frameBytes, int sampleBits) {

  /** The chunk's length without extension. */
  static final int MIN_BYTES = 16;

  /** The length with the WAVE_FORMAT_EXTENSIBLE extension, of which everything else is a part. */
  static final int MAX_BYTES = 40;

  private static final int TAG_PCM = 1;
  private static final int TAG_EXTENSIBLE = 0xFFFE;
  private static final int SUBFORMAT_INDEX = 24;

  /**
   * Reads a chunk's content of {@link #MIN_BYTES} to {@link #MAX_BYTES}, in little-endian order.
   */
  static WavFormat read(ByteBuffer chunk) {
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    if (tag == TAG_EXTENSIBLE && chunk.limit() == MAX_BYTES) {
      tag = Short.toUnsignedInt(chunk.getShort(SUBFORMAT_INDEX));
    }
    return new WavFormat(
        tag,
        Short.toUnsignedInt(chunk.getShort(2)),
        chunk.getInt(4),
        Short.toUnsignedInt(chunk.getShort(12)),
        Short.toUnsignedInt(chunk.getShort(14)));
  }

  /** Refuses what is not linear PCM, 16 bit, mono, 16 kHz. */
  void check(long byteOffset) throws MalformedAudioException, UnsupportedAudioException {
    if (tag != TAG_PCM
        || channelCount != 1
        || rateHz != SampleSink.RATE_HZ
        || sampleBits != Short.SIZE) {
      throw new UnsupportedAudioException(
          "WAV with codec %d, %d Hz, %d channel(s), %d bits; heard is PCM (codec 1), 16000 Hz, 1 channel, 16 bits"
              .formatted(tag, rateHz, channelCount, sampleBits));
    }
    if (frameBytes != Short.BYTES) {
      throw new MalformedAudioException(
          byteOffset, "BlockAlign is " + frameBytes + "; 16-bit mono has " + Short.BYTES);
    }
  }
}
