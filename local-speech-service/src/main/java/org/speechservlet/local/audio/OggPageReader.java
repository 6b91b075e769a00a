package org.speechservlet.local.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into Ogg pages. Holds at most one page of {@value OggPage#MAX_BYTES} bytes. */
final class OggPageReader {

  private byte[] page = new byte[OggPage.HEADER_BYTES];
  private int filled;
  private long pageOffset;

  /**
   * Consumes bytes up to the end of the page that they complete.
   *
   * @return the page, or null when all bytes were consumed and more are needed
   */
  @Nullable OggPage next(ByteBuffer bytes) throws MalformedAudioException {
    while (true) {
      int count = Math.min(page.length - filled, bytes.remaining());
      bytes.get(page, filled, count);
      filled += count;
      if (filled < page.length) {
        return null;
      }
      int wanted = wantedBytes();
      if (wanted == filled) {
        return finishPage();
      }
      page = Arrays.copyOf(page, wanted);
    }
  }

  /** Where the page that is not complete yet begins. */
  long byteOffset() {
    return pageOffset;
  }

  private int wantedBytes() throws MalformedAudioException {
    if (!OggPage.startsWithHeader(page)) {
      throw new MalformedAudioException(pageOffset, "No Ogg page begins where one should");
    }
    int headerAndTable = OggPage.HEADER_BYTES + OggPage.segmentCount(page);
    return filled < headerAndTable ? headerAndTable : OggPage.size(page);
  }

  private OggPage finishPage() throws MalformedAudioException {
    OggPage finished = OggPage.of(page, pageOffset);
    pageOffset += page.length;
    page = new byte[OggPage.HEADER_BYTES];
    filled = 0;
    return finished;
  }
}
