package org.speechservlet.local.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.List;

/**
 * The packets of one Opus stream, decoded at 48 kHz mono. Decoding at 16 kHz would be cheaper, but
 * Concentus 1.0.2 decodes hybrid packets wrongly there. Drops the pre-skip, and what lies after the
 * last page's granule position (RFC 7845, section 4).
 */
final class OpusTrack {

  private static final int MONO = 1;

  /** 120 ms, the longest packet there is (RFC 6716, section 3.2.5). */
  private static final int MAX_PACKET_SAMPLES = 5_760;

  private final OpusDecoder decoder;
  private final Decimator decimator;
  private final short[] samples = new short[MAX_PACKET_SAMPLES];
  private long samplesToSkip;
  private long lastGranulePosition;

  OpusTrack(OpusHead head, SampleSink sink) {
    this.decoder = newDecoder(head);
    this.decimator = new Decimator(sink);
    this.samplesToSkip = head.preSkip();
  }

  private static OpusDecoder newDecoder(OpusHead head) {
    try {
      OpusDecoder decoder = new OpusDecoder(Decimator.INPUT_RATE_HZ, MONO);
      decoder.setGain(head.outputGain());
      return decoder;
    } catch (OpusException e) {
      throw new IllegalStateException("Concentus has no decoder for 48 kHz mono", e);
    }
  }

  /** Decodes the packets that end on this page. */
  void decode(List<byte[]> packets, OggPage page) throws MalformedAudioException {
    long samplesLeft = samplesToKeep(packets, page);
    for (byte[] packet : packets) {
      int count = decode(packet, page);
      passOn(Math.toIntExact(Math.min(count, samplesLeft)));
      samplesLeft -= Math.min(count, samplesLeft);
    }
  }

  /** Passes on what the filter still holds. */
  void end() {
    decimator.end();
  }

  private long samplesToKeep(List<byte[]> packets, OggPage page) {
    long before = lastGranulePosition;
    lastGranulePosition = Math.max(before, page.granulePosition());
    return page.isLast() && !packets.isEmpty() && page.granulePosition() >= before
        ? page.granulePosition() - before
        : Long.MAX_VALUE;
  }

  private int decode(byte[] packet, OggPage page) throws MalformedAudioException {
    if (packet.length == 0) {
      return 0;
    }
    try {
      return decoder.decode(packet, 0, packet.length, samples, 0, MAX_PACKET_SAMPLES, false);
    } catch (OpusException | RuntimeException | AssertionError e) {
      MalformedAudioException malformed =
          new MalformedAudioException(page.byteOffset(), "A packet of this Ogg page is no Opus");
      malformed.initCause(e);
      throw malformed;
    }
  }

  private void passOn(int count) {
    int skipped = Math.toIntExact(Math.min(samplesToSkip, count));
    samplesToSkip -= skipped;
    decimator.accept(samples, skipped, count);
  }
}
