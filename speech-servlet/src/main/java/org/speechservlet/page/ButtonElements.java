package org.speechservlet.page;

import org.jspecify.annotations.Nullable;

/**
 * What is put into a page: the fields' selectors, and the script. ASCII only, and right in HTML and
 * in XML.
 */
final class ButtonElements {
  private final String meta;

  /** {@code fields} is a list of CSS selectors. */
  ButtonElements(String fields) {
    this.meta = "<meta name=\"dictation-fields\" content=\"" + MarkupText.escaped(fields) + "\" />";
  }

  String markup(String scriptAddress, @Nullable String nonce) {
    return meta
        + "<script type=\"module\" src=\""
        + MarkupText.escaped(scriptAddress)
        + (nonce == null ? "" : "\" nonce=\"" + MarkupText.escaped(nonce))
        + "\"></script>";
  }
}
