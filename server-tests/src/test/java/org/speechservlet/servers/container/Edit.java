package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes to a configuration file of a maker: what is not found as expected is an error. */
final class Edit {

  private final Path file;
  private String text;

  Edit(Path file) throws IOException {
    this.file = file;
    this.text = Files.readString(file);
  }

  /** Replaces the first of these texts. */
  Edit replace(String old, String replacement) throws IOException {
    int start = text.indexOf(old);
    if (start < 0) {
      throw new IOException("%s has no '%s' any more".formatted(file, old));
    }
    text = text.substring(0, start) + replacement + text.substring(start + old.length());
    return this;
  }

  void save() throws IOException {
    Files.writeString(file, text);
  }
}
