package org.speechservlet.upstream;

/**
 * The connections to the Speech API at one moment.
 *
 * @param leased carry a request
 * @param available are open for the next one
 * @param pending requests that wait for one
 */
public record ConnectionCounts(int leased, int available, int pending) {

  /** Those that recognitions use or wait for. */
  public int inUse() {
    return leased + pending;
  }
}
