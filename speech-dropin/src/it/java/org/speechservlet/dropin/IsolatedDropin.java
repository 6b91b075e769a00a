package org.speechservlet.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The JAR in a class loader of its own, below the JDK's, with what else it may find there. */
final class IsolatedDropin extends URLClassLoader {

  /** Loads nothing but probes, as the JAR's own classes. */
  private static final class ProbeLoader extends ClassLoader {
    ProbeLoader(ClassLoader dropin) {
      super(dropin);
    }

    Class<?> define(Class<?> probe) throws IOException {
      String file = "/" + probe.getName().replace('.', '/') + ".class";
      try (InputStream original = probe.getResourceAsStream(file)) {
        ClassWriter moved = new ClassWriter(0);
        new ClassReader(original).accept(new ClassRemapper(moved, new Move()), 0);
        return defineClass(probe.getName(), moved.toByteArray(), 0, moved.toByteArray().length);
      }
    }
  }

  /** What shading does to a class that logs. */
  private static final class Move extends Remapper {
    Move() {
      super(org.objectweb.asm.Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      return name.startsWith("org/slf4j/") ? "org/speechservlet/shaded/" + name : name;
    }
  }

  /**
   * @param beside what comes before the JAR on the class path
   */
  IsolatedDropin(List<Path> beside) throws IOException {
    this(beside, ClassLoader.getPlatformClassLoader());
  }

  IsolatedDropin(List<Path> beside, ClassLoader parent) throws IOException {
    super(urls(beside), parent);
  }

  private static URL[] urls(List<Path> beside) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path path : beside) {
      urls.add(path.toUri().toURL());
    }
    urls.add(Dropin.JAR.toUri().toURL());
    return urls.toArray(URL[]::new);
  }

  /**
   * Runs a class of the tests as if it had been shaded with the JAR's.
   *
   * @param probe needs no other class of the tests, and has a public constructor without parameters
   */
  void run(Class<? extends Runnable> probe) throws Exception {
    Class<?> moved = new ProbeLoader(this).define(probe);
    ((Runnable) moved.getConstructor().newInstance()).run();
  }
}
