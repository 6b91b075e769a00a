package org.speechservlet.audio;

/** Types of MP4 boxes (ISO/IEC 14496-12): four characters, as a big-endian number. */
final class Mp4Box {
  static final int MOOV = 0x6D6F_6F76;
  static final int TRAK = 0x7472_616B;
  static final int TKHD = 0x746B_6864;
  static final int MDIA = 0x6D64_6961;
  static final int MINF = 0x6D69_6E66;
  static final int STBL = 0x7374_626C;
  static final int STSD = 0x7374_7364;
  static final int DOPS = 0x644F_7073;
  static final int MVEX = 0x6D76_6578;
  static final int TREX = 0x7472_6578;

  static final int MOOF = 0x6D6F_6F66;
  static final int TRAF = 0x7472_6166;
  static final int TFHD = 0x7466_6864;
  static final int TRUN = 0x7472_756E;
  static final int MDAT = 0x6D64_6174;

  private Mp4Box() {}
}
