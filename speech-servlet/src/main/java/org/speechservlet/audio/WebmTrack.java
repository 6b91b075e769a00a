package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a TrackEntry says about its track (RFC 9559, section 5.1.4.1), as far as it matters here.
 */
final class WebmTrack {
  private static final String OPUS = "A_OPUS";
  private static final int MAX_CODEC_ID_BYTES = 64;

  private final long start;
  private long number;
  private String codec = "";
  private byte[] codecPrivate = {};
  private @Nullable String encoding;

  /** {@code start} is where in the upload the TrackEntry begins. */
  WebmTrack(long start) {
    this.start = start;
  }

  /** What to do with an element of the TrackEntry. */
  ElementStep begins(Element element) {
    switch (element.id()) {
      case MatroskaId.TRACK_NUMBER -> {
        return ElementStep.gather(EbmlVint.MAX_BYTES);
      }
      case MatroskaId.CODEC_ID -> {
        return ElementStep.gather(MAX_CODEC_ID_BYTES);
      }
      case MatroskaId.CODEC_PRIVATE -> {
        return ElementStep.gather(OpusHead.MAX_BYTES + 1);
      }
      case MatroskaId.CONTENT_ENCODINGS, MatroskaId.CONTENT_ENCODING -> {
        return ElementStep.DESCEND;
      }
      case MatroskaId.CONTENT_COMPRESSION -> encoding = "compressed (ContentCompression)";
      case MatroskaId.CONTENT_ENCRYPTION -> encoding = "encrypted (ContentEncryption)";
      default -> {}
    }
    return ElementStep.SKIP;
  }

  /** Takes the content of one. */
  void holds(Element element, ByteBuffer content) {
    switch (element.id()) {
      case MatroskaId.TRACK_NUMBER -> number = EbmlContent.unsigned(content);
      case MatroskaId.CODEC_ID -> codec = EbmlContent.text(content);
      default -> {
        codecPrivate = new byte[content.remaining()];
        content.get(codecPrivate);
      }
    }
  }

  boolean isOpus() {
    return codec.equals(OPUS);
  }

  /** The number that its blocks have. */
  long number() {
    return number;
  }

  /** The codec in words. */
  String codecName() {
    return WebmCodec.name(codec);
  }

  /** Begins to write what the track holds, if it is sound. */
  OggOpusWriter open(AudioOutput output) throws AudioException {
    if (encoding != null) {
      throw AudioException.unsupported(
          "The Opus track of the WebM file is " + encoding + "; accepted is plain Opus.");
    }
    if (number < 1) {
      throw broken("has no track number");
    }
    if (codecPrivate.length > OpusHead.MAX_BYTES) {
      throw broken("has more than " + OpusHead.MAX_BYTES + " bytes of CodecPrivate");
    }
    ByteBuffer head = ByteBuffer.wrap(codecPrivate).order(ByteOrder.LITTLE_ENDIAN);
    if (!OggCodec.name(head).equals(OggCodec.OPUS)) {
      throw broken("has no OpusHead in its CodecPrivate");
    }
    return new OggOpusWriter(OpusHead.read(head, start), head, output);
  }

  private AudioException broken(String problem) {
    return AudioException.malformed(start, "The Opus track of the WebM file " + problem);
  }
}
