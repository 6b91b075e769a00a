package org.speechservlet.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The class files of some JARs and of the JDK, by internal name. */
final class ClassPool {
  private static final String SUFFIX = ".class";

  private final Map<String, ClassNode> classes = new HashMap<>();
  private final Map<String, Optional<ClassNode>> platform = new HashMap<>();

  /** Reads a JAR; what an earlier one has already counts. */
  ClassPool add(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(ClassPool::isClass).toList()) {
        ClassNode read = read(file.getInputStream(entry));
        classes.putIfAbsent(read.name, read);
      }
    }
    return this;
  }

  /** The classes of the JARs. */
  Collection<ClassNode> all() {
    return classes.values();
  }

  /** Finds a class of the JARs, else of the JDK. */
  Optional<ClassNode> find(String name) {
    ClassNode found = classes.get(name);
    return found != null
        ? Optional.of(found)
        : platform.computeIfAbsent(name, ClassPool::ofPlatform);
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(SUFFIX) && !entry.getName().startsWith("META-INF/");
  }

  private static Optional<ClassNode> ofPlatform(String name) {
    InputStream file =
        ClassLoader.getPlatformClassLoader().getResourceAsStream(name + SUFFIX);
    return Optional.ofNullable(file).map(ClassPool::read);
  }

  private static ClassNode read(InputStream file) {
    ClassNode read = new ClassNode();
    try (file) {
      new ClassReader(file.readAllBytes()).accept(read, ClassReader.SKIP_DEBUG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
