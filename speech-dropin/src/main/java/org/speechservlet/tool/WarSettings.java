package org.speechservlet.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.speechservlet.check.Finding;
import org.speechservlet.config.DeclaredParameters;
import org.w3c.dom.Element;

/**
 * What a WAR declares for speech: in its web.xml, and for Tomcat in its context.xml. Fragments in
 * its libraries and code that declares something at start are not seen.
 *
 * @param parameters init-params and context-params
 * @param entries what JNDI would hold below {@code java:comp/env/}
 * @param findings what was found about the declarations themselves
 */
record WarSettings(
    DeclaredParameters parameters, Map<String, String> entries, List<Finding> findings) {
  static final WarSettings NONE = new WarSettings(DeclaredParameters.NONE, Map.of(), List.of());

  private static final String CONTEXT_XML = "META-INF/context.xml";

  private static final int LIMIT_BYTES = 16 * 1024 * 1024;

  WarSettings {
    entries = Map.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return "WarSettings[%d entries, %s]".formatted(entries.size(), findings);
  }

  /**
   * Reads a WAR.
   *
   * @throws FailureException if it cannot be read, or if one of the two files is not well-formed
   */
  static WarSettings read(Path path) throws FailureException {
    try (War war = War.open(path)) {
      Optional<Element> webXml = document(war, War.WEB_XML);
      Optional<Element> contextXml = document(war, CONTEXT_XML);
      return of(webXml, contextXml);
    }
  }

  private static Optional<Element> document(War war, String name) throws FailureException {
    Optional<ZipEntry> entry = war.entry(name);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream content = war.content(entry.get())) {
      byte[] bytes = content.readNBytes(LIMIT_BYTES + 1);
      if (bytes.length > LIMIT_BYTES) {
        throw new FailureException(
            "%s in %s is larger than %d bytes, which is the limit."
                .formatted(name, war.path(), LIMIT_BYTES));
      }
      return Optional.of(SafeXml.parse(name, bytes));
    } catch (IOException e) {
      throw war.damaged(e);
    }
  }

  private static WarSettings of(Optional<Element> webXml, Optional<Element> contextXml) {
    DeclaredSpeech speech = new DeclaredSpeech(webXml);
    TomcatContext tomcat = new TomcatContext(contextXml);
    Map<String, String> entries = new LinkedHashMap<>(tomcat.entries(false));
    entries.putAll(speech.entries());
    entries.putAll(tomcat.entries(true));
    DeclaredParameters parameters =
        tomcat.parameters(true).before(speech.parameters()).before(tomcat.parameters(false));
    return new WarSettings(parameters, entries, new ArrayList<>(speech.findings()));
  }
}
