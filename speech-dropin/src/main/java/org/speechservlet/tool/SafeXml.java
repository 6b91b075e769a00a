package org.speechservlet.tool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an XML document that a stranger may have written: nothing outside of it is fetched, and
 * what it may expand to is bounded. Old web.xml files have a document type, so that one is let
 * pass.
 */
final class SafeXml {
  private static final String EXTERNAL_GENERAL =
      "http://xml.org/sax/features/external-general-entities";
  private static final String EXTERNAL_PARAMETER =
      "http://xml.org/sax/features/external-parameter-entities";
  private static final String EXTERNAL_DTD =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";

  private SafeXml() {}

  /**
   * Reads a document.
   *
   * @param name what it is called in messages
   * @return its root
   * @throws FailureException if it is not well-formed, with line and column
   */
  static Element parse(String name, byte[] bytes) throws FailureException {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    } catch (SAXParseException e) {
      throw new FailureException(
          "%s is not well-formed XML: line %d, column %d: %s. A server would not take it either; mend it first."
              .formatted(name, e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
    } catch (SAXException | IOException e) {
      throw new FailureException("%s cannot be read: %s.".formatted(name, e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK has such a parser", e);
    }
  }

  /** The JDK's own, whatever else is on the class path. */
  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(EXTERNAL_GENERAL, false);
    factory.setFeature(EXTERNAL_PARAMETER, false);
    factory.setFeature(EXTERNAL_DTD, false);
    factory.setXIncludeAware(false);
    factory.setCoalescing(true);
    return factory;
  }

  /** Returns the elements of a local name directly within another one. */
  static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        children.add(element);
      }
    }
    return children;
  }

  /** Returns the text of the first element of a name within another one; empty if there is none. */
  static String text(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .map(element -> element.getTextContent().strip())
        .orElse("");
  }
}
