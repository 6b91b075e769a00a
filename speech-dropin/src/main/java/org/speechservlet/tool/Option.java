package org.speechservlet.tool;

/**
 * An option that a command knows.
 *
 * @param name with its dashes, such as {@code --out}
 * @param kind what follows it
 */
record Option(String name, Kind kind) {

  /** What follows an option. */
  enum Kind {
    /** Nothing. */
    FLAG,
    /** One value, as {@code --name value} or {@code --name=value}; given once. */
    VALUE,
    /** One value each time; given as often as one likes. */
    VALUES
  }

  static Option flag(String name) {
    return new Option(name, Kind.FLAG);
  }

  static Option value(String name) {
    return new Option(name, Kind.VALUE);
  }

  static Option values(String name) {
    return new Option(name, Kind.VALUES);
  }

  boolean takesValue() {
    return kind != Kind.FLAG;
  }
}
