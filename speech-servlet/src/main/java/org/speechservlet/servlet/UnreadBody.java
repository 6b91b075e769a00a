package org.speechservlet.servlet;

import java.io.EOFException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator why a body that was announced was not there to read. */
final class UnreadBody {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);

  private UnreadBody() {}

  static void warn(String requestId, long announcedBytes) {
    LogContext.of(
        requestId,
        () ->
            LOG.warn(
                "{} announced {} bytes and none was there to read: a filter before the servlet has"
                    + " read the body, perhaps by getParameter(). Map the servlet outside that"
                    + " filter.",
                requestId,
                announcedBytes));
  }

  /** What a browser is lost with that sent less than it announced. */
  static EOFException cut(long arrivedBytes, long announcedBytes) {
    return new EOFException(arrivedBytes + " of " + announcedBytes + " announced bytes came");
  }
}
