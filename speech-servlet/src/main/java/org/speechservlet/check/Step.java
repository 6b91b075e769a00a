package org.speechservlet.check;

/** What is looked at, in this order. */
public enum Step {
  /** What a WAR declares. */
  DEPLOYMENT("web application"),
  /** What is configured, and where. */
  SETTINGS("settings"),
  /** What a running application holds now. */
  HELD("authorization in use"),
  /** The way to the token service. */
  TOKEN_HOST("way to the token service"),
  /** A new token, or the key. */
  CREDENTIAL("authorization"),
  /** The way to the recognition service. */
  RECOGNITION_HOST("way to the recognition"),
  /** One recognition. */
  RECOGNITION("recognition");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** Its name for people, in the middle of a line. */
  public String title() {
    return title;
  }
}
