package org.speechservlet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.descriptor.web.WebXml;
import org.apache.tomcat.util.descriptor.web.WebXmlParser;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.ee10.webapp.StandardDescriptorProcessor;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.ee10.webapp.WebDescriptor;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** The servers' own parsers find speech in every descriptor that got it, of whatever version. */
final class ServersReadingTest {
  private static final SpeechEntries ENTRIES =
      new SpeechEntries(
          new Mapping("/speech"), Optional.of("#note"), Map.of("speech.region", "westeurope"));

  static Stream<String> names() {
    return Descriptors.all().keySet().stream();
  }

  private static byte[] withSpeech(String name) throws FailureException {
    byte[] before = Descriptors.named(name);
    return org.speechservlet.tool.WebXml.read(before).add(ENTRIES, "speech-servlet-1.0-dropin.jar");
  }

  private static <T> T known(Map<String, T> declared, String name) {
    return Objects.requireNonNull(declared.get(name), name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void tomcat_findsSpeechWithAsync(String name) throws FailureException {
    WebXml parsed = new WebXml();
    InputSource source = new InputSource(new ByteArrayInputStream(withSpeech(name)));
    source.setSystemId("web.xml");
    boolean hasPrefix = name.contains("prefix"); // Context xmlNamespaceAware="true"
    WebXmlParser parser = new WebXmlParser(hasPrefix, false, true);
    assertTrue(parser.parseWebXml(source, parsed, false));
    assertEquals(true, known(parsed.getServlets(), "speech").getAsyncSupported());
    assertEquals("true", known(parsed.getFilters(), "speech-token").getAsyncSupported());
    assertEquals(
        "#note", known(parsed.getFilters(), "speech-button").getParameterMap().get("fields"));
    assertEquals("speech", parsed.getServletMappings().get("/speech/*"));
    assertEquals("westeurope", parsed.getContextParams().get("speech.region"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void jetty_findsSpeechWithAsync(String name, @TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("web.xml"), withSpeech(name));
    WebAppContext context = new WebAppContext();
    WebDescriptor descriptor = new WebDescriptor(ResourceFactory.of(context).newResource(file));
    context.getMetaData().setWebDescriptor(descriptor);
    new StandardDescriptorProcessor().process(context, descriptor);
    ServletHandler handler = context.getServletHandler();
    assertTrue(handler.getServlet("speech").isAsyncSupported());
    assertTrue(handler.getFilter("speech-token").isAsyncSupported());
    assertEquals("#note", handler.getFilter("speech-button").getInitParameter("fields"));
    assertEquals("speech", handler.getServletMapping("/speech/*").getServletName());
    assertEquals("westeurope", context.getInitParameter("speech.region"));
  }
}
