package org.speechservlet.tool;

import java.util.Optional;

/**
 * A web.xml that can be edited. An edit inserts or takes out one block of characters and leaves all
 * others as they are, so that one undoes the other byte for byte.
 */
final class WebXml {
  private final XmlText document;
  private final Layout layout;
  private final Descriptor descriptor;
  private final Optional<MarkedBlock> block;
  private final boolean isNew;

  private WebXml(byte[] bytes, boolean isNew) throws FailureException {
    this.document = XmlText.decode(bytes);
    this.descriptor = DescriptorReader.read(bytes);
    this.layout = Layout.of(document.text());
    this.block = MarkedBlock.find(document.text(), layout);
    this.isNew = isNew;
  }

  /**
   * Reads a web.xml.
   *
   * @throws FailureException if it is not well-formed or no web.xml
   */
  static WebXml read(byte[] bytes) throws FailureException {
    return new WebXml(bytes, false);
  }

  /** Begins one for a WAR that has none. */
  static WebXml create(Namespace namespace) throws FailureException {
    return new WebXml(NewWebXml.of(namespace), true);
  }

  /** Returns what there is in the WAR; empty if it was begun here. */
  Optional<byte[]> bytes() {
    return isNew ? Optional.empty() : Optional.of(document.encode());
  }

  Descriptor descriptor() {
    return descriptor;
  }

  /** What {@code add} wrote about itself; empty if it was not at work here. */
  Optional<Marks.Begin> added() {
    return block.map(MarkedBlock::begin);
  }

  /**
   * Returns the document with the entries as the last ones within its root, or, where they give
   * pages a button, before the first filter mapping: a filter in front that answers by itself or
   * forwards would keep its pages from the button's.
   */
  byte[] add(SpeechEntries entries, String jarName) {
    XmlStyle style = XmlStyle.of(document, layout, descriptor.prefix());
    Marks.Begin begin = new Marks.Begin(jarName, origin());
    String text = document.text();
    if (layout.isEmptyTag()) {
      int slash = layout.root().end() - "/>".length();
      String endTag = style.newLine(0) + "</" + style.qualified(Descriptor.ROOT) + ">";
      String content = ">" + written(entries, begin, style) + endTag;
      return replaced(slash, layout.root().end(), content);
    }
    int next =
        entries.buttonFields().isPresent()
            ? layout.startOfFirst(style.qualified("filter-mapping"), text)
            : layout.contentEnd();
    int place = text.substring(0, next).stripTrailing().length();
    return replaced(place, place, written(entries, begin, style));
  }

  private Origin origin() {
    if (isNew) {
      return Origin.NO_FILE;
    }
    return layout.isEmptyTag() ? Origin.EMPTY_TAG : Origin.ELEMENT;
  }

  private static String written(SpeechEntries entries, Marks.Begin begin, XmlStyle style) {
    StringBuilder xml = new StringBuilder(style.newLine(1)).append(begin.comment());
    entries.elements().forEach(element -> xml.append(style.write(element, 1)));
    return xml.append(style.newLine(1)).append(Marks.endComment()).toString();
  }

  /**
   * Returns the document without the block; not to be asked if there is none.
   *
   * @return what was there before; empty if there was no web.xml
   */
  Optional<byte[]> remove() {
    MarkedBlock marked = block.orElseThrow();
    int start = lineStart(document.text(), marked.start());
    Markup rootEnd = layout.rootEnd();
    Origin origin = marked.begin().origin();
    if (origin == Origin.ELEMENT || rootEnd == null || !isAllOfRoot(start, marked.end())) {
      return Optional.of(replaced(start, marked.end(), ""));
    }
    return origin == Origin.NO_FILE
        ? Optional.empty()
        : Optional.of(replaced(layout.root().end() - 1, rootEnd.end(), "/>"));
  }

  private boolean isAllOfRoot(int start, int end) {
    return start == layout.root().end()
        && document.text().substring(end, layout.contentEnd()).isBlank();
  }

  /** Goes back over the white space and the line end that stand before a place on its line. */
  private static int lineStart(String text, int place) {
    int start = place;
    while (XmlStyle.isIndent(text.charAt(start - 1))) {
      start--;
    }
    if (text.charAt(start - 1) == '\n') {
      start--;
    }
    return text.charAt(start - 1) == '\r' ? start - 1 : start;
  }

  private byte[] replaced(int start, int end, String replacement) {
    String text = document.text();
    return document.with(text.substring(0, start) + replacement + text.substring(end)).encode();
  }
}
