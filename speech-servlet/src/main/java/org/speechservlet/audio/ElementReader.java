package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a file of nested elements whose bytes are cut anywhere. What is in an element is
 * gathered only if the consumer asks for it, and only as much as it asks for; all else is passed
 * over without being kept.
 */
final class ElementReader {

  /** Takes the elements, and says what shall be done with each. */
  interface Consumer {

    /** An element begins inside {@code depth} others. */
    ElementStep begins(Element element, int depth) throws AudioException;

    /**
     * The bytes that were asked for are here: fewer than that if the element has no more, and valid
     * only during this call. Big-endian.
     */
    ElementStep holds(Element element, ByteBuffer content) throws AudioException;

    /** An element of elements ends. Not called for those that the end of the upload ends. */
    void ends(Element element) throws AudioException;
  }

  /** More than any file needs of the kinds that are read here. */
  private static final int MAX_DEPTH = 8;

  private static final int USUAL_CONTENT_BYTES = 256;

  private final ElementSyntax syntax;
  private final Consumer consumer;
  private final ByteGatherer header = new ByteGatherer(ElementSyntax.MAX_HEADER_BYTES);
  private final ByteGatherer content = new ByteGatherer(USUAL_CONTENT_BYTES);
  private final Deque<Element> open = new ArrayDeque<>(MAX_DEPTH);
  private long position;
  private long headerStart;
  private @Nullable Element current;
  private long skipRest;
  private boolean gathering;

  /** {@code start} is where in the upload the first element begins. */
  ElementReader(ElementSyntax syntax, Consumer consumer, long start) {
    this.syntax = syntax;
    this.consumer = consumer;
    this.position = start;
    awaitHeader();
  }

  /** Where in the upload the next byte stands. */
  long position() {
    return position;
  }

  /** Takes all bytes of {@code input}. */
  void feed(ByteBuffer input) throws AudioException {
    while (input.hasRemaining()) {
      Element element = current;
      if (element == null) {
        readHeader(input);
      } else if (skipRest > 0) {
        skip(input, element);
      } else if (take(content, input)) {
        holdContent(element);
      }
    }
  }

  private boolean take(ByteGatherer gatherer, ByteBuffer input) {
    int before = input.remaining();
    boolean complete = gatherer.take(input);
    position += before - input.remaining();
    return complete;
  }

  private void awaitHeader() {
    current = null;
    headerStart = position;
    header.await(syntax.minHeaderBytes());
  }

  private void readHeader(ByteBuffer input) throws AudioException {
    if (take(header, input)) {
      ByteBuffer head = header.gathered().order(ByteOrder.BIG_ENDIAN);
      int missing = syntax.headerBytes(head, headerStart) - header.size();
      if (missing > 0) {
        header.awaitMore(missing);
      } else {
        begin(syntax.read(head, headerStart));
      }
    }
  }

  private void begin(Element element) throws AudioException {
    while (!open.isEmpty() && isEndedBy(element, open.element())) {
      consumer.ends(open.pop());
    }
    checkFits(element);
    ElementStep step = consumer.begins(element, open.size());
    if (step.action() == ElementStep.Action.DESCEND) {
      descend(element);
    } else {
      current = element;
      proceed(element, step);
    }
  }

  private boolean isEndedBy(Element next, Element innermost) {
    return innermost.isSizeUnknown() && syntax.ends(innermost, next);
  }

  private void checkFits(Element element) throws AudioException {
    long end = element.isSizeUnknown() ? element.contentStart() : element.end();
    if (end > enclosingEnd()) {
      throw AudioException.malformed(
          element.start(),
          "The file is broken: an element of "
              + (end - element.start())
              + " bytes stands where its parent has only "
              + (enclosingEnd() - element.start())
              + " left");
    }
  }

  /** Where the innermost open element ends that says so. */
  private long enclosingEnd() {
    for (Element element : open) {
      if (!element.isSizeUnknown()) {
        return element.end();
      }
    }
    return Element.UNKNOWN;
  }

  private void descend(Element element) throws AudioException {
    if (open.size() == MAX_DEPTH) {
      throw AudioException.malformed(
          element.start(), "The file has elements in more than " + MAX_DEPTH + " others");
    }
    open.push(element);
    leave();
  }

  /** Goes on behind what was read, out of all elements that end there. */
  private void leave() throws AudioException {
    awaitHeader();
    while (!open.isEmpty() && position >= enclosingEnd()) {
      consumer.ends(open.pop());
    }
  }

  private void proceed(Element element, ElementStep step) throws AudioException {
    long rest = element.end() - position;
    gathering = step.action() != ElementStep.Action.SKIP;
    skipRest = gathering ? Math.min(step.skipBytes(), rest) : rest;
    if (gathering) {
      int count = (int) Math.min(step.gatherBytes(), rest - skipRest);
      if (step.action() == ElementStep.Action.GATHER_MORE) {
        content.awaitMore(count);
      } else {
        content.await(count);
      }
    }
    if (skipRest == 0) {
      endSkip(element);
    }
  }

  private void skip(ByteBuffer input, Element element) throws AudioException {
    int count = (int) Math.min(skipRest, input.remaining());
    input.position(input.position() + count);
    position += count;
    skipRest -= count;
    if (skipRest == 0) {
      endSkip(element);
    }
  }

  private void endSkip(Element element) throws AudioException {
    if (!gathering) {
      leave();
    } else if (content.isComplete()) {
      holdContent(element); // the element has nothing, or nothing more
    }
  }

  private void holdContent(Element element) throws AudioException {
    ElementStep step = consumer.holds(element, content.gathered().order(ByteOrder.BIG_ENDIAN));
    if (position >= element.end()) {
      leave();
    } else {
      proceed(element, step);
    }
  }
}
