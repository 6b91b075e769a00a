package org.speechservlet.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;

/** What is in the JAR, and what its classes name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DropinContentIT {
  private static final long MAX_BYTES = 3 * 1024 * 1024;
  private static final String OURS = "org/speechservlet/";

  /** Used where the application has it, under its own name, each by one class. */
  private static final Map<String, String> USERS =
      Map.of(
          "io/micrometer/", OURS + "metrics/MicrometerMeters",
          "javax/cache/", OURS + "quota/CachedTexts");

  /** Names of libraries that were moved, as a class and as a string would have them. */
  private static final List<String> MOVED =
      List.of("org.apache.hc", "jakarta.json", "org.eclipse.parsson", "org.slf4j", "org.publicsuffix");

  private final Map<String, References> references = new TreeMap<>();

  @BeforeAll
  void readClasses() throws IOException {
    for (ClassNode node : new ClassPool().add(Dropin.JAR).all()) {
      references.put(node.name, References.of(node));
    }
  }

  @Test
  void jar_size_isBelow3MiB() throws IOException {
    long bytes = Files.size(Dropin.JAR);
    assertTrue(bytes < MAX_BYTES, bytes + " bytes");
  }

  @Test
  void jar_everyFile_isOursOrOfMetaInf() throws IOException {
    assertEquals(
        List.of(),
        entries().stream()
            .filter(name -> !name.startsWith(OURS) && !name.startsWith("META-INF/"))
            .toList());
  }

  @Test
  void jar_metaInf_holdsNothingOfAnotherJarsPackaging() throws IOException {
    Set<String> expected =
        Set.of(
            "META-INF/MANIFEST.MF",
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/services/org.speechservlet.shaded.org.slf4j.spi.SLF4JServiceProvider");
    assertEquals(
        new TreeSet<>(expected),
        entries().stream()
            .filter(name -> name.startsWith("META-INF/"))
            .filter(name -> !name.startsWith("META-INF/licenses/"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void jar_everyTypeThatAClassNames_isOursOrTheServletApisOrTheJdks() {
    USERS.forEach(
        (library, user) ->
            assertEquals(
                Set.of(user),
                users(found(References::types, type -> type.startsWith(library)))));
    assertEquals(
        Set.of(), found(References::types, type -> !isAllowed(type) && !isApplications(type)));
  }

  /** The classes that are said to name something. */
  private static Set<String> users(Set<String> found) {
    return found.stream()
        .map(line -> line.substring(0, line.indexOf(" names ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isApplications(String type) {
    return USERS.keySet().stream().anyMatch(type::startsWith);
  }

  private Set<String> found(
      Function<References, Set<String>> names, Predicate<String> unwanted) {
    Set<String> found = new TreeSet<>();
    references.forEach(
        (type, named) ->
            names.apply(named).stream()
                .filter(unwanted)
                .forEach(name -> found.add(type + " names " + name)));
    return found;
  }

  private static boolean isAllowed(String type) {
    return type.startsWith("[")
        || type.startsWith(OURS)
        || type.startsWith(Dropin.servletApi(""))
        || type.startsWith("org/jspecify/annotations/")
        || ClassLoader.getPlatformClassLoader().getResource(type + ".class") != null;
  }

  @Test
  void jar_noString_namesALibraryByItsOldName() {
    assertEquals(
        Set.of(),
        found(
            References::strings, text -> MOVED.stream().anyMatch(name -> isName(text, name))));
  }

  /** Messages may begin with the name of a class, and have more words. */
  private static boolean isName(String text, String library) {
    return !text.contains(" ")
        && (text.startsWith(library) || text.startsWith("/" + library.replace('.', '/')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "httpclient5", "httpcore5", "httpcore5-h2", "jakarta.json-api", "parsson", "slf4j-api"
      })
  void licences_ofALibrary_areInside(String library) throws IOException {
    String folder = "META-INF/licenses/" + library + "-jar/LICENSE";
    assertTrue(entries().stream().anyMatch(name -> name.startsWith(folder)), folder);
  }

  @Test
  void notice_names_everyLibrary() throws IOException {
    try (JarFile jar = new JarFile(Dropin.JAR.toFile())) {
      String notice =
          new String(
              jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes(),
              StandardCharsets.UTF_8);
      for (String name :
          List.of("HttpClient", "HttpComponents Core", "JSON Processing", "Parsson", "SLF4J")) {
        assertTrue(notice.contains(name), name);
      }
    }
  }

  @Test
  void manifest_mainAttributes_tellCommandVersionAndNamespace() throws IOException {
    try (JarFile jar = new JarFile(Dropin.JAR.toFile())) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertEquals("org.speechservlet.tool.SpeechTool", main.getValue("Main-Class"));
      assertEquals(Dropin.NAMESPACE, main.getValue("Servlet-Namespace"));
      String version = main.getValue("Implementation-Version");
      assertTrue(Dropin.JAR.getFileName().toString().contains("-" + version + "-"), version);
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(Dropin.JAR.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> entry.getName())
          .toList();
    }
  }
}
