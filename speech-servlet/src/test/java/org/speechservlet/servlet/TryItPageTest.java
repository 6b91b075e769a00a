package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The page's form, against what the servlet answers below its mapping; the page is XML as well. */
final class TryItPageTest {

  private Document page;

  @BeforeEach
  void parse() throws Exception {
    try (InputStream html = TryItPageTest.class.getResourceAsStream("try-it.html")) {
      page =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Objects.requireNonNull(html));
    }
  }

  @Test
  void form_withoutTheButtonsScript_postsOneFilePartToRecognize() throws Exception {
    assertEquals(List.of("post"), values("//form/@method"));
    assertEquals(List.of("multipart/form-data"), values("//form/@enctype"));
    assertEquals(List.of("recognize"), values("//form/@action"));
    assertEquals(List.of("file"), values("//form//*[@name]/@type"));
    assertEquals(List.of("dictation.js", "try-it-send.js"), values("//script/@src"));
  }

  @Test
  void answer_isShownInTheFrameOfThePage() throws Exception {
    assertEquals(values("//iframe/@name"), values("//form/@target"));
  }

  @Test
  void buttons_choicesOfLanguageAndFormat_areQueryParameters() throws Exception {
    List<String> actions = values("//button/@formaction");

    assertFalse(actions.isEmpty());
    for (String action : actions) {
      assertTrue(
          action.matches("recognize\\?(language=[a-z]{2}-[A-Z]{2}|format=(simple|detailed))"),
          action);
    }
  }

  @Test
  void page_leadsToTheState() throws Exception {
    assertTrue(values("//a/@href").contains("status"));
  }

  private List<String> values(String path) throws XPathExpressionException {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getNodeValue())
        .toList();
  }
}
