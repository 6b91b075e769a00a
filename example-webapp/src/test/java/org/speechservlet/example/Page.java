package org.speechservlet.example;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An HTML page that is well-formed XML as well, which all pages here are, so that tests can ask it
 * questions without a browser.
 */
final class Page {

  private final Document document;
  private final XPath xpath = XPathFactory.newInstance().newXPath();

  private Page(Document document) {
    this.document = document;
  }

  static Page parse(byte[] html) throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    parser.setEntityResolver((name, location) -> new InputSource(new StringReader("")));
    return new Page(parser.parse(new ByteArrayInputStream(html)));
  }

  /** The elements that the path selects, as text that shows where a test found something. */
  List<String> find(String path) throws XPathExpressionException {
    return elements(path).stream().map(Page::shown).toList();
  }

  /** The values of the attributes that the path selects. */
  List<String> values(String path) throws XPathExpressionException {
    NodeList nodes = nodes(path);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getNodeValue())
        .toList();
  }

  private List<Element> elements(String path) throws XPathExpressionException {
    NodeList nodes = nodes(path);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private NodeList nodes(String path) throws XPathExpressionException {
    return (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
  }

  private static String shown(Element element) {
    return "<%s id='%s' class='%s'>%s"
        .formatted(
            element.getTagName(),
            element.getAttribute("id"),
            element.getAttribute("class"),
            element.getTextContent().strip());
  }
}
