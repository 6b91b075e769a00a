package org.speechservlet.servers.war;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A WAR that is being put together. */
public final class WarFile {

  private static final String DESCRIPTOR = "WEB-INF/web.xml";
  private static final String LIBRARIES = "WEB-INF/lib/";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Begins with all that is in another one. */
  public static WarFile copyOf(Path war) throws IOException {
    WarFile copy = new WarFile();
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          copy.with(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return copy;
  }

  /** The bytes of its deployment descriptor. */
  public byte[] descriptor() {
    return Objects.requireNonNull(entries.get(DESCRIPTOR), DESCRIPTOR).clone();
  }

  /** Puts all of the libraries of another one in. */
  public WarFile withLibrariesOf(WarFile other) {
    other.entries.forEach(
        (name, content) -> {
          if (name.startsWith(LIBRARIES)) {
            with(name, content);
          }
        });
    return this;
  }

  /** Takes out whatever is in a folder. */
  public WarFile without(String folder) {
    entries.keySet().removeIf(name -> name.startsWith(folder));
    return this;
  }

  /** Puts a file in, or in the place of the one that was there. */
  public WarFile with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Puts a library in. */
  public WarFile withLibrary(Path jar) throws IOException {
    return with(LIBRARIES + jar.getFileName(), Files.readAllBytes(jar));
  }

  /** Rewrites the deployment descriptor. */
  public WarFile describedBy(UnaryOperator<String> rewriting) {
    byte[] descriptor = Objects.requireNonNull(entries.get(DESCRIPTOR), DESCRIPTOR);
    String text = rewriting.apply(new String(descriptor, StandardCharsets.UTF_8));
    return with(DESCRIPTOR, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes it, and returns the file. */
  public Path write(Path file) throws IOException {
    try (OutputStream output = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(output)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
