package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Checks an Ogg/Opus stream (RFC 7845) and passes it on unchanged.
 *
 * <p>The first page is held until it is known to begin an Opus stream. All others go on as they
 * come, before their checksum can be known: a page may hold two seconds of speech, which would come
 * too late, and a page that turns out broken ends the recognition before anything is answered. One
 * stream is accepted, neither several side by side nor several behind each other. It may stop
 * anywhere, also inside a page: of a live recording that was cut, there is as much as came.
 */
final class OggOpusReader implements AudioReader {
  private final OggPageReader pages;
  private final OpusFirstPage firstPage;
  private final AudioOutput output;
  private @Nullable OpusStream stream;

  /** {@code start} is where in the upload the stream begins. */
  OggOpusReader(long start, AudioOutput output) {
    this.pages = new OggPageReader(start);
    this.firstPage = new OpusFirstPage(start);
    this.output = output;
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    if (stream == null) {
      stream = readFirstPage(input);
    }
    if (stream != null) {
      passOn(input, stream);
    }
  }

  private @Nullable OpusStream readFirstPage(ByteBuffer input) throws AudioException {
    int from = input.position();
    boolean complete = pages.read(input, firstPage);
    firstPage.keep(input, from);
    if (!complete) {
      return null;
    }
    OpusStream opened = firstPage.stream(output);
    output.open(UpstreamFormat.OGG_OPUS);
    output.write(firstPage.bytes());
    return opened;
  }

  private void passOn(ByteBuffer input, OpusStream opened) throws AudioException {
    int from = input.position();
    while (input.hasRemaining()) {
      pages.read(input, opened);
    }
    input.position(from);
    output.write(input);
  }

  @Override
  public void end() throws AudioException {
    if (stream == null) {
      throw AudioException.malformed(pages.position(), "The Ogg file ends inside its first page");
    }
    if (stream.hasEnded() && pages.isInsidePage()) {
      throw AudioException.malformed(
          pages.position(), "The Ogg file goes on behind the page that says that it is the last");
    }
  }
}
