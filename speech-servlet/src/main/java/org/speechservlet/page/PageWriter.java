package org.speechservlet.page;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an answer. What containers do in a way of their own (line ends, numbers,
 * errors) is left to them.
 */
final class PageWriter extends PrintWriter {
  private final PrintWriter behind;
  private final PageInsertion insertion;

  PageWriter(PrintWriter behind, PageInsertion insertion) {
    super(new Searched(behind, insertion));
    this.behind = behind;
    this.insertion = insertion;
  }

  @Override
  public void println() {
    if (insertion.isSearching()) {
      // A line end never is the end of a tag.
      insertion.search(1, i -> '\n');
    }
    behind.println();
  }

  @Override
  public PrintWriter format(String format, @Nullable Object... arguments) {
    if (insertion.isSearching()) {
      return super.format(format, arguments);
    }
    behind.format(format, arguments);
    return this;
  }

  @Override
  public PrintWriter format(Locale locale, String format, @Nullable Object... arguments) {
    if (insertion.isSearching()) {
      return super.format(locale, format, arguments);
    }
    behind.format(locale, format, arguments);
    return this;
  }

  @Override
  public boolean checkError() {
    flush();
    return behind.checkError();
  }

  /** Where the button comes in. */
  private static final class Searched extends Writer {
    private final PrintWriter behind;
    private final PageInsertion insertion;

    Searched(PrintWriter behind, PageInsertion insertion) {
      super(behind);
      this.behind = behind;
      this.insertion = insertion;
    }

    @Override
    public void write(int unit) {
      if (insertion.isSearching()) {
        write(new char[] {(char) unit}, 0, 1);
      } else {
        behind.write(unit);
      }
    }

    @Override
    public void write(char[] units, int offset, int count) {
      int before =
          count > 0 && insertion.isSearching()
              ? insertion.search(count, i -> units[offset + i])
              : -1;
      if (before < 0) {
        behind.write(units, offset, count);
        return;
      }
      String markup = insertion.markup(); // which may change header fields, so that it comes first
      behind.write(units, offset, before);
      behind.write(markup);
      behind.write(units, offset + before, count - before);
    }

    @Override
    public void write(String text, int offset, int count) {
      int before =
          count > 0 && insertion.isSearching()
              ? insertion.search(count, i -> text.charAt(offset + i))
              : -1;
      if (before < 0) {
        behind.write(text, offset, count);
        return;
      }
      String markup = insertion.markup(); // which may change header fields, so that it comes first
      behind.write(text, offset, before);
      behind.write(markup);
      behind.write(text, offset + before, count - before);
    }

    @Override
    public void flush() {
      insertion.withholdLength();
      behind.flush();
    }

    @Override
    public void close() {
      behind.close();
    }
  }
}
