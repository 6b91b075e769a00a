package org.speechservlet.tool;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks at every class of a WAR: its own ones and those of its libraries. */
final class CodeScan {
  private final War war;

  private CodeScan(War war) {
    this.war = war;
  }

  /**
   * Scans a WAR.
   *
   * @return the application's own classes first, then each library
   * @throws FailureException if an entry cannot be read
   */
  static List<CodePart> of(War war) throws FailureException {
    CodeScan scan = new CodeScan(war);
    List<CodePart> parts = new ArrayList<>();
    try {
      parts.add(scan.application());
      for (ZipEntry library : war.entries(War.LIB, ".jar").toList()) {
        parts.add(scan.library(library));
      }
    } catch (IOException e) {
      throw war.damaged(e);
    }
    return parts;
  }

  private CodePart application() throws IOException {
    CodePart part = new CodePart(War.CLASSES);
    for (ZipEntry entry : war.entries(War.CLASSES, "").toList()) {
      if (CodePart.isClass(entry.getName())) {
        try (InputStream content = war.content(entry)) {
          String path = entry.getName().substring(War.CLASSES.length());
          part.add(path, ClassReferences.read(content));
        }
      }
    }
    return part;
  }

  private CodePart library(ZipEntry library) throws IOException {
    CodePart part = new CodePart(library.getName());
    try (ZipInputStream jar = new ZipInputStream(war.content(library))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (CodePart.isClass(entry.getName())) {
          part.add(entry.getName(), ClassReferences.read(jar));
        }
      }
    }
    return part;
  }
}
