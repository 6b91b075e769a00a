package org.speechservlet.local.audio;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Ogg/Opus (RFC 7845) page by page. The first Opus stream is heard; pages of other logical
 * streams are passed over.
 */
final class OggOpusDecoder implements AudioDecoder {

  private final SampleSink sink;
  private final OggPageReader pages = new OggPageReader();
  private final OggPacketAssembler assembler = new OggPacketAssembler();
  private int serial;
  private boolean areTagsRead;
  private @Nullable OpusTrack track;

  OggOpusDecoder(SampleSink sink) {
    this.sink = sink;
  }

  @Override
  public void decode(ByteBuffer bytes) throws MalformedAudioException, UnsupportedAudioException {
    OggPage page = pages.next(bytes);
    while (page != null) {
      read(page);
      page = pages.next(bytes);
    }
  }

  @Override
  public void end() throws MalformedAudioException {
    if (track == null) {
      throw new MalformedAudioException(
          pages.byteOffset(), "The Ogg stream ends before an Opus header");
    }
    track.end();
  }

  private void read(OggPage page) throws MalformedAudioException, UnsupportedAudioException {
    if (track == null) {
      start(page);
    } else if (page.serial() == serial) {
      readPackets(track, page);
    }
  }

  private void start(OggPage page) throws MalformedAudioException, UnsupportedAudioException {
    if (!page.isFirst()) {
      throw new MalformedAudioException(page.byteOffset(), "The Ogg stream holds no Opus");
    }
    List<byte[]> packets = assembler.packets(page);
    if (packets.size() == 1 && OpusHead.isHead(packets.get(0))) {
      track = new OpusTrack(OpusHead.read(packets.get(0)), sink);
      serial = page.serial();
    }
  }

  private void readPackets(OpusTrack opus, OggPage page) throws MalformedAudioException {
    List<byte[]> packets = assembler.packets(page);
    if (!areTagsRead && !packets.isEmpty()) {
      areTagsRead = true;
      packets = packets.subList(1, packets.size());
    }
    opus.decode(packets, page);
  }
}
