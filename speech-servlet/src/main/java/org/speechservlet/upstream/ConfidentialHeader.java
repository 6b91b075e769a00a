package org.speechservlet.upstream;

import org.apache.hc.core5.http.Header;

/** A header field whose value must not be shown: HttpClient logs fields by their text. */
record ConfidentialHeader(String name, String value) implements Header {
  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public boolean isSensitive() {
    return true;
  }

  @Override
  public String toString() {
    return name + ": <set>";
  }
}
