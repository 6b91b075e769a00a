package org.speechservlet.browser.chromium;

import java.nio.file.Path;
import org.speechservlet.browser.Microphone;
import org.speechservlet.browser.Recording;

/**
 * The file that Chromium's fake microphone reads, from its beginning each time that a page begins
 * to listen.
 */
final class MicrophoneFile implements Microphone {

  private final Path path;

  MicrophoneFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  @Override
  public void prepare(Recording recording) {
    recording.writeTo(path);
  }

  @Override
  public void speak() {
    // The file began to play when the page began to listen.
  }

  @Override
  public void close() {
    // The file goes with the folder.
  }
}
