package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Headers of Matroska's EBML elements (RFC 8794, section 5 and 6; RFC 9559): an ID of up to four
 * bytes, and a size of up to eight. The size of a live Segment or Cluster may be unknown.
 */
final class EbmlSyntax implements ElementSyntax {
  private static final int MAX_ID_BYTES = 4;

  @Override
  public int minHeaderBytes() {
    return 2;
  }

  @Override
  public int headerBytes(ByteBuffer head, long start) throws AudioException {
    int idBytes = EbmlVint.length(head.get(0));
    if (idBytes > MAX_ID_BYTES) {
      throw broken(start, "The WebM file has no element where one was expected");
    }
    if (head.limit() <= idBytes) {
      return idBytes + 1;
    }
    int sizeBytes = EbmlVint.length(head.get(idBytes));
    if (sizeBytes > EbmlVint.MAX_BYTES) {
      throw broken(start, "An element of the WebM file has a size of more than eight bytes");
    }
    return idBytes + sizeBytes;
  }

  @Override
  public Element read(ByteBuffer head, long start) throws AudioException {
    int idBytes = EbmlVint.length(head.get(0));
    long bits = EbmlVint.value(head, 0);
    if (bits == 0 || bits == EbmlVint.max(idBytes)) {
      throw broken(start, "An element of the WebM file has an ID that is reserved");
    }
    int id = (int) (EbmlVint.max(idBytes) + 1 | bits);
    long size = EbmlVint.value(head, idBytes);
    boolean unknown = size == EbmlVint.max(EbmlVint.length(head.get(idBytes)));
    if (unknown && id != MatroskaId.SEGMENT && id != MatroskaId.CLUSTER) {
      throw broken(
          start,
          String.format(
              "Element 0x%X of the WebM file has an unknown size; only Segment and Cluster may",
              id));
    }
    return new Element(id, start, head.limit(), unknown ? Element.UNKNOWN : size);
  }

  private static AudioException broken(long start, String problem) {
    return AudioException.malformed(start, problem);
  }

  @Override
  public boolean ends(Element open, Element next) {
    return open.id() == MatroskaId.CLUSTER
        ? MatroskaId.isAboveCluster(next.id())
        : MatroskaId.isAboveSegment(next.id());
  }
}
