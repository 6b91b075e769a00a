package org.speechservlet.audio;

/** IDs of Matroska elements (RFC 9559, section 5; RFC 8794, section 11.2). */
final class MatroskaId {
  static final int EBML = 0x1A45_DFA3;
  static final int DOC_TYPE = 0x4282;
  static final int VOID = 0xEC;
  static final int CRC_32 = 0xBF;

  static final int SEGMENT = 0x1853_8067;
  static final int SEEK_HEAD = 0x114D_9B74;
  static final int INFO = 0x1549_A966;
  static final int CUES = 0x1C53_BB6B;
  static final int CHAPTERS = 0x1043_A770;
  static final int ATTACHMENTS = 0x1941_A469;
  static final int TAGS = 0x1254_C367;

  static final int TRACKS = 0x1654_AE6B;
  static final int TRACK_ENTRY = 0xAE;
  static final int TRACK_NUMBER = 0xD7;
  static final int CODEC_ID = 0x86;
  static final int CODEC_PRIVATE = 0x63A2;
  static final int CONTENT_ENCODINGS = 0x6D80;
  static final int CONTENT_ENCODING = 0x6240;
  static final int CONTENT_COMPRESSION = 0x5034;
  static final int CONTENT_ENCRYPTION = 0x5035;

  static final int CLUSTER = 0x1F43_B675;
  static final int SIMPLE_BLOCK = 0xA3;
  static final int BLOCK_GROUP = 0xA0;
  static final int BLOCK = 0xA1;
  static final int DISCARD_PADDING = 0x75A2;

  private MatroskaId() {}

  /** True if an element cannot be in a Segment, so that it ends one of unknown size. */
  static boolean isAboveSegment(int id) {
    return id == EBML || id == SEGMENT;
  }

  /** True if an element cannot be in a Cluster, so that it ends one of unknown size. */
  static boolean isAboveCluster(int id) {
    return switch (id) {
      case CLUSTER, SEEK_HEAD, INFO, TRACKS, CUES, CHAPTERS, ATTACHMENTS, TAGS -> true;
      default -> isAboveSegment(id);
    };
  }
}
