package org.speechservlet.page;

/**
 * A tag of a page.
 *
 * @param kind what it is
 * @param name in lower case; of a very long one, its beginning
 */
record Tag(Kind kind, String name) {

  enum Kind {
    START,
    END,
    /** {@code <!name …>}, of which there is only {@code <!doctype>}. */
    DECLARATION
  }

  boolean is(Kind wanted, String wantedName) {
    return kind == wanted && name.equals(wantedName);
  }
}
