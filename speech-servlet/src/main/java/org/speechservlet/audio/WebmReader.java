package org.speechservlet.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads WebM and Matroska (RFC 9559) while it arrives, and passes the first Opus track on as
 * Ogg/Opus, packet by packet unchanged. All other tracks and elements are passed over.
 *
 * <p>It holds one block and one page; both are 64 KiB at most, and a few hundred bytes with speech.
 * A recording may stop anywhere, as live ones do: there is as much as came.
 */
final class WebmReader implements AudioReader, ElementReader.Consumer {
  private static final int MAX_DOC_TYPE_BYTES = 32;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final AudioOutput output;
  private final ElementReader elements;
  private final WebmTracks tracks = new WebmTracks();
  private String kind = "";
  private boolean segmentBegan;
  private long opusNumber;
  private @Nullable OggOpusWriter opus;

  /** {@code start} is where in the upload the file begins. */
  WebmReader(long start, AudioOutput output) {
    this.output = output;
    this.elements = new ElementReader(new EbmlSyntax(), this, start);
  }

  @Override
  public void feed(ByteBuffer input) throws AudioException {
    elements.feed(input);
  }

  @Override
  public ElementStep begins(Element element, int depth) throws AudioException {
    if (depth == 0) {
      return beginsFile(element);
    }
    return switch (element.id()) {
      case MatroskaId.DOC_TYPE -> ElementStep.gather(MAX_DOC_TYPE_BYTES);
      case MatroskaId.TRACKS -> opus == null && depth == 1 ? ElementStep.DESCEND : ElementStep.SKIP;
      case MatroskaId.CLUSTER, MatroskaId.BLOCK_GROUP -> ElementStep.DESCEND;
      case MatroskaId.SIMPLE_BLOCK, MatroskaId.BLOCK ->
          ElementStep.gather(WebmBlock.MIN_HEADER_BYTES);
      case MatroskaId.DISCARD_PADDING -> ElementStep.gather(Long.BYTES);
      default -> tracks.begins(element);
    };
  }

  private ElementStep beginsFile(Element element) throws AudioException {
    switch (element.id()) {
      case MatroskaId.EBML, MatroskaId.SEGMENT -> {
        if (segmentBegan) {
          throw AudioException.unsupported(
              "The WebM file has several recordings behind each other; accepted is one.");
        }
        segmentBegan = element.id() == MatroskaId.SEGMENT;
        return ElementStep.DESCEND;
      }
      case MatroskaId.VOID, MatroskaId.CRC_32 -> {
        return ElementStep.SKIP;
      }
      default ->
          throw AudioException.malformed(
              element.start(), "The WebM file has something else where a Segment was expected");
    }
  }

  @Override
  public ElementStep holds(Element element, ByteBuffer content) throws AudioException {
    switch (element.id()) {
      case MatroskaId.DOC_TYPE -> readDocType(content);
      case MatroskaId.SIMPLE_BLOCK, MatroskaId.BLOCK -> {
        return readBlock(element, content);
      }
      case MatroskaId.DISCARD_PADDING -> readDiscardPadding(content);
      default -> tracks.holds(element, content);
    }
    return ElementStep.SKIP;
  }

  private void readDocType(ByteBuffer content) throws AudioException {
    String docType = EbmlContent.text(content);
    kind =
        switch (docType) {
          case "webm" -> "WebM";
          case "matroska" -> "Matroska";
          default ->
              throw AudioException.unsupported(
                  "The upload is an EBML file of the type "
                      + Quotation.of(docType)
                      + "; accepted are "
                      + RefusedFormats.ACCEPTED);
        };
  }

  private ElementStep readBlock(Element element, ByteBuffer content) throws AudioException {
    OggOpusWriter writer = opus;
    if (writer == null) {
      throw AudioException.malformed(
          element.start(), "The WebM file has a block where its tracks (Tracks) were expected");
    }
    WebmBlock block = new WebmBlock(element.contentStart(), content);
    int missing = block.headerBytes() - content.limit();
    if (missing > 0 && content.limit() < element.contentBytes()) {
      return ElementStep.gatherMore(missing);
    }
    if (missing > 0 || block.track() != opusNumber) {
      return ElementStep.SKIP;
    }
    return takeBlock(element, block, content.limit(), writer);
  }

  private static ElementStep takeBlock(
      Element element, WebmBlock block, int gathered, OggOpusWriter writer) throws AudioException {
    long size = element.contentBytes();
    if (size > WebmBlock.MAX_BYTES) {
      throw AudioException.malformed(
          element.start(),
          "A block of Opus has " + size + " bytes; it may have " + WebmBlock.MAX_BYTES);
    }
    if (gathered < size) {
      return ElementStep.gatherMore((int) size - gathered);
    }
    block.writeTo(writer);
    return ElementStep.SKIP;
  }

  private void readDiscardPadding(ByteBuffer content) {
    if (opus != null) {
      long nanos = EbmlContent.signed(content);
      opus.discardEnd(Math.round((double) nanos * AudioOutput.CLOCK_HZ / NANOS_PER_SECOND));
    }
  }

  @Override
  public void ends(Element element) throws AudioException {
    switch (element.id()) {
      case MatroskaId.EBML -> checkDocType(element);
      case MatroskaId.TRACK_ENTRY -> tracks.entryEnds();
      case MatroskaId.TRACKS -> openTrack();
      default -> {}
    }
  }

  private void checkDocType(Element element) throws AudioException {
    if (kind.isEmpty()) {
      throw AudioException.malformed(element.start(), "The EBML header does not say its DocType");
    }
  }

  private void openTrack() throws AudioException {
    WebmTrack chosen = tracks.chosen(kind);
    opusNumber = chosen.number();
    opus = chosen.open(output);
  }

  @Override
  public void end() throws AudioException {
    OggOpusWriter writer = opus;
    if (writer == null) {
      throw AudioException.malformed(
          elements.position(), "The WebM file ends before its tracks (Tracks) are complete");
    }
    writer.end(elements.position());
  }
}
