package org.speechservlet.tool;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web.xml with the JDK's parser, which also finds out whether it is well-formed. Nothing
 * outside the document is fetched: no document type, no entity. Confined to one reading.
 */
final class DescriptorReader {
  private static final Pattern PUBLIC_ID = Pattern.compile("//DTD Web Application (\\d\\.\\d)//");

  private final XMLStreamReader xml;
  private final List<Section> sections = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Map<String, List<String>> values = new LinkedHashMap<>();
  private Map<String, List<String>> partValues = new LinkedHashMap<>();
  private List<Section> parts = new ArrayList<>();
  private int depth;
  private String prefix = "";
  private String namespaceUri = "";
  private String version = "";

  private DescriptorReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a descriptor.
   *
   * @throws FailureException if it is not well-formed, with line and column, or if its root is not
   *     {@code web-app}
   */
  static Descriptor read(byte[] bytes) throws FailureException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      DescriptorReader reader = new DescriptorReader(xml);
      while (xml.hasNext()) {
        reader.take(xml.next());
      }
      return new Descriptor(reader.prefix, reader.namespaceUri, reader.version, reader.sections);
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /** The JDK's own, whatever else is on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLReporter((message, kind, about, place) -> {});
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private static FailureException malformed(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    String reason = message.substring(message.lastIndexOf("Message: ") + 1);
    return new FailureException(
        "WEB-INF/web.xml is not well-formed XML"
            + (e.getLocation() == null
                ? ""
                : ": line %d, column %d"
                    .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()))
            + ": "
            + reason.replaceFirst("^essage: ", "")
            + "\nA server would not take it either; mend it first.");
  }

  private void take(int event) throws FailureException {
    switch (event) {
      case XMLStreamConstants.DTD -> takeDocumentType(xml.getText());
      case XMLStreamConstants.START_ELEMENT -> startElement();
      case XMLStreamConstants.END_ELEMENT -> endElement();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
      default -> {}
    }
  }

  private void takeDocumentType(@Nullable String declaration) {
    Matcher publicId = PUBLIC_ID.matcher(String.valueOf(declaration));
    if (publicId.find()) {
      version = publicId.group(1);
    }
  }

  private void startElement() throws FailureException {
    depth++;
    if (depth == 1) {
      startRoot();
    } else if (depth == 2) {
      values = new LinkedHashMap<>();
      parts = new ArrayList<>();
    } else if (depth == 3) {
      partValues = new LinkedHashMap<>();
      text.setLength(0);
    } else if (depth == 4) {
      text.setLength(0);
    }
  }

  private void startRoot() throws FailureException {
    if (!xml.getLocalName().equals(Descriptor.ROOT)) {
      throw new FailureException(
          "WEB-INF/web.xml has the root element %s; a web application's has %s."
              .formatted(xml.getLocalName(), Descriptor.ROOT));
    }
    prefix = orEmpty(xml.getPrefix());
    namespaceUri = orEmpty(xml.getNamespaceURI());
    String attribute = xml.getAttributeValue(null, "version");
    version = attribute == null ? version : attribute.strip();
  }

  private void endElement() {
    if (depth == 4) {
      addText(partValues);
    } else if (depth == 3) {
      addText(values);
      parts.add(new Section(xml.getLocalName(), partValues, List.of()));
    } else if (depth == 2) {
      sections.add(new Section(xml.getLocalName(), values, parts));
    }
    depth--;
  }

  private void addText(Map<String, List<String>> texts) {
    texts
        .computeIfAbsent(xml.getLocalName(), name -> new ArrayList<>())
        .add(text.toString().strip());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
