package org.speechservlet.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;

/** The finished JAR beside old and foreign versions of the libraries that it holds. */
final class HostileSurroundingsIT {
  private static final String[] OLD_LIBRARIES = {
    "httpclient5-5.0",
    "httpcore5-5.0",
    "httpcore5-h2-5.0",
    "httpclient-4.5.14",
    "httpcore-4.4.16",
    "jakarta.json-2.0.1",
    "slf4j-api-1.7.36"
  };

  /** Loaded only where the application has what they name. */
  private static final Set<String> NEED_THE_APPLICATIONS =
      Set.of("org.speechservlet.metrics.MicrometerMeters", "org.speechservlet.quota.CachedTexts");

  private static String servletApi() {
    return Dropin.NAMESPACE.equals("javax") ? "javax.servlet-api-4.0.1" : "jakarta.servlet-api-5.0.0";
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyClass_withOrWithoutOldLibrariesBeside_initialises(boolean hostile) throws Exception {
    List<Path> beside = new ArrayList<>(Dropin.foreign(servletApi()));
    if (hostile) {
      beside.addAll(Dropin.foreign(OLD_LIBRARIES));
    }
    try (IsolatedDropin dropin = new IsolatedDropin(beside)) {
      assertEquals(Map.of(), failures(dropin));
    }
  }

  private static Map<String, Throwable> failures(IsolatedDropin dropin) throws IOException {
    Map<String, Throwable> failures = new TreeMap<>();
    for (ClassNode node : new ClassPool().add(Dropin.JAR).all()) {
      String name = node.name.replace('/', '.');
      if (!name.startsWith("org.speechservlet.shaded.") && !NEED_THE_APPLICATIONS.contains(name)) {
        try {
          Class.forName(name, true, dropin);
        } catch (ReflectiveOperationException | LinkageError e) {
          failures.put(name, e);
        }
      }
    }
    return failures;
  }

  /** The API's own way to find a provider, on a thread that sees another one, and on one that sees none. */
  @Test
  void json_whateverTheThreadSees_isReadByItsOwnProvider() throws Exception {
    List<Path> beside = Dropin.foreign(OLD_LIBRARIES);
    try (IsolatedDropin dropin = new IsolatedDropin(beside);
        IsolatedDropin copy = new IsolatedDropin(beside)) {
      for (ClassLoader context :
          new ClassLoader[] {dropin, copy, ClassLoader.getPlatformClassLoader(), null}) {
        assertEquals(
            dropin.loadClass("org.speechservlet.shaded.org.eclipse.parsson.JsonProviderImpl"),
            provider(dropin, context).getClass());
      }
    }
  }

  private static Object provider(ClassLoader dropin, ClassLoader context) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      return dropin
          .loadClass("org.speechservlet.shaded.jakarta.json.spi.JsonProvider")
          .getMethod("provider")
          .invoke(null);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
