package org.speechservlet.config;

/**
 * A parameter of the deployment descriptor, or of its programmatic equivalent.
 *
 * @param name as it was written
 * @param text its value
 * @param place such as {@code init-param region of filter 'speech-token'}
 */
public record Declaration(String name, String text, String place) {
  @Override
  public String toString() {
    return "Declaration[" + place + "]";
  }
}
