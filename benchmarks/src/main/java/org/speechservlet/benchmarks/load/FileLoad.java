package org.speechservlet.benchmarks.load;

import org.speechservlet.benchmarks.audio.BodyLayout;
import org.speechservlet.benchmarks.audio.WavFile;
import org.speechservlet.benchmarks.audio.WavPieces;

/**
 * Files that are uploaded at once, one after the other on each connection (closed loop).
 *
 * @param kind the first part of its name
 * @param streams how many uploads at a time
 * @param uploads how many in all
 * @param dataBytes of samples in each file
 */
public record FileLoad(String kind, int streams, int uploads, int dataBytes) implements Load {
  private static final int FILE_BYTES = 20_000_000;
  private static final int FEWEST_FILES = 40;
  private static final int CLIP_SECONDS = 3;
  private static final int CLIPS = 6_000;
  private static final int WARM_UP_SHARE = 2;

  static FileLoad files(int streams) {
    return new FileLoad("files", streams, Math.max(FEWEST_FILES, 2 * streams), FILE_BYTES);
  }

  static FileLoad clips(int streams) {
    return new FileLoad("short", streams, CLIPS, CLIP_SECONDS * WavPieces.BYTES_PER_SECOND);
  }

  @Override
  public String name() {
    return kind + "-" + streams;
  }

  /** A file to send. */
  public WavFile file() {
    return new WavFile(dataBytes);
  }

  @Override
  public BodyLayout layout() {
    return file().layout();
  }

  @Override
  public FileLoad touch() {
    return new FileLoad(kind, 1, 1, dataBytes);
  }

  @Override
  public FileLoad warmUp() {
    return new FileLoad(kind, streams, uploads / WARM_UP_SHARE, dataBytes);
  }
}
