package org.speechservlet.servers.application;

/** What of an application its maintainer has to know when speech is added. */
public enum Trait {
  /** A security constraint covers every path. */
  ASKS_FOR_LOGIN,
  /** Its form has a field that is seen at once. */
  HAS_FIELD,
  /** It answers programs, not people. */
  HAS_NO_PAGES
}
