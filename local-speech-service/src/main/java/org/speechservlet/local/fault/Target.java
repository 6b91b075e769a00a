package org.speechservlet.local.fault;

/** The endpoint that a fault happens to. */
public enum Target {
  /** {@code POST /sts/v1.0/issueToken}. */
  TOKEN,
  /** {@code POST /speech/recognition/…}. */
  RECOGNITION
}
