package org.speechservlet.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.util.List;

/** Decodes Opus packets with a library, at the rate where it is right for all kinds of packets. */
final class OpusDecoding {
  private static final int RATE_HZ = 48_000;
  private static final int MAX_FRAMES = 5760;

  private OpusDecoding() {}

  /** All samples, those of the pre-skip too. */
  static short[] pcm(List<byte[]> packets, int channels) throws OpusException {
    OpusDecoder decoder = new OpusDecoder(RATE_HZ, channels);
    ByteBuffer pcm = ByteBuffer.allocate(packets.size() * MAX_FRAMES * channels * Short.BYTES);
    short[] frame = new short[MAX_FRAMES * channels];
    for (byte[] packet : packets) {
      int count = decoder.decode(packet, 0, packet.length, frame, 0, MAX_FRAMES, false) * channels;
      for (int i = 0; i < count; i++) {
        pcm.putShort(frame[i]);
      }
    }
    short[] samples = new short[pcm.position() / Short.BYTES];
    pcm.flip().asShortBuffer().get(samples);
    return samples;
  }
}
