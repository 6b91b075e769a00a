package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads fragmented MP4 (ISO/IEC 14496-12) while it arrives, and passes the first Opus track on as
 * Ogg/Opus, packet by packet unchanged. The durations that the fragments say are not looked at,
 * since browsers write wrong ones: each packet says its own.
 *
 * <p>It holds the sizes of one fragment's packets (16 KiB at most), and one page and one packet or
 * index, of 64 KiB at most each; with speech a few hundred bytes each.
 */
final class Mp4Reader implements AudioReader, ElementReader.Consumer {
  private final AudioOutput output;
  private final ElementReader boxes;
  private final Mp4Movie movie = new Mp4Movie();
  private final Mp4Fragment fragment;
  private @Nullable OggOpusWriter opus;
  private boolean insideFragment;

  /** {@code start} is where in the upload the file begins. */
  Mp4Reader(long start, AudioOutput output) {
    this.output = output;
    this.boxes = new ElementReader(new Mp4Syntax(), this, start);
    this.fragment = new Mp4Fragment(start);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    boxes.feed(input);
  }

  @Override
  public ElementStep begins(Element box, int depth) throws AudioException {
    if (depth == 0) {
      return beginsFile(box);
    }
    return insideFragment ? fragment.begins(box) : movie.begins(box);
  }

  private ElementStep beginsFile(Element box) throws AudioException {
    switch (box.id()) {
      case Mp4Box.MOOV -> {
        return opus == null ? ElementStep.DESCEND : ElementStep.SKIP;
      }
      case Mp4Box.MOOF -> {
        requireMovie();
        fragment.begin(box);
        insideFragment = true;
        return ElementStep.DESCEND;
      }
      case Mp4Box.MDAT -> {
        requireMovie();
        return nextSample(box, box.contentStart());
      }
      default -> {
        return ElementStep.SKIP;
      }
    }
  }

  private OggOpusWriter requireMovie() throws AudioException {
    OggOpusWriter writer = opus;
    if (writer == null) {
      throw Mp4Movie.audioFirst();
    }
    return writer;
  }

  private ElementStep nextSample(Element box, long position) throws AudioException {
    Mp4Run run = fragment.run();
    if (run == null || run.position() >= box.end()) {
      return ElementStep.SKIP;
    }
    if (run.position() < position) {
      throw AudioException.malformed(
          box.start(),
          "A fragment of the MP4 file says that a packet begins at "
              + run.position()
              + ", which is before its audio");
    }
    return ElementStep.gatherBehind(run.position() - position, run.sampleBytes());
  }

  @Override
  public ElementStep holds(Element box, ByteBuffer content) throws AudioException {
    if (box.id() == Mp4Box.MDAT) {
      return takeSample(box, content);
    }
    if (insideFragment) {
      fragment.holds(box, content, movie);
    } else {
      movie.holds(box, content);
    }
    return ElementStep.SKIP;
  }

  private ElementStep takeSample(Element box, ByteBuffer content) throws AudioException {
    Mp4Run run = fragment.run();
    if (run == null || content.limit() < run.sampleBytes()) {
      throw AudioException.malformed(
          box.start(), "The audio of the MP4 file ends inside a packet, by what its fragment says");
    }
    requireMovie().packet(content, run.position());
    run.advance();
    return nextSample(box, boxes.position());
  }

  @Override
  public void ends(Element box) throws AudioException {
    switch (box.id()) {
      case Mp4Box.TRAK -> movie.trackEnds();
      case Mp4Box.MOOV -> opus = movie.open(box, output);
      case Mp4Box.MOOF -> insideFragment = false;
      default -> {}
    }
  }

  @Override
  public void end() throws AudioException {
    OggOpusWriter writer = opus;
    if (writer == null) {
      throw AudioException.malformed(
          boxes.position(), "The MP4 file ends before it says what it holds (moov)");
    }
    writer.end(boxes.position());
  }
}
