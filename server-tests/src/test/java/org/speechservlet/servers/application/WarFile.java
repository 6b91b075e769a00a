package org.speechservlet.servers.application;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A WAR that is opened to look into it or to change it; what was changed is kept by closing it. */
public final class WarFile implements AutoCloseable {

  private static final String WEB_XML = "WEB-INF/web.xml";
  private static final String LIBRARIES = "WEB-INF/lib";

  private final FileSystem archive;

  private WarFile(FileSystem archive) {
    this.archive = archive;
  }

  public static WarFile open(Path war) throws IOException {
    return new WarFile(FileSystems.newFileSystem(war));
  }

  /** The bytes of its deployment descriptor. */
  public byte[] webXml() throws IOException {
    return Files.readAllBytes(archive.getPath(WEB_XML));
  }

  void setWebXml(byte[] webXml) throws IOException {
    Files.write(archive.getPath(WEB_XML), webXml);
  }

  List<Path> libraries() throws IOException {
    try (var files = Files.newDirectoryStream(archive.getPath(LIBRARIES), "*.jar")) {
      List<Path> libraries = new java.util.ArrayList<>();
      files.forEach(libraries::add);
      return libraries;
    }
  }

  void addLibrary(Path jar) throws IOException {
    Path folder = Files.createDirectories(archive.getPath(LIBRARIES));
    Path name = jar.getFileName();
    Files.copy(jar, folder.resolve(name.toString()), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
