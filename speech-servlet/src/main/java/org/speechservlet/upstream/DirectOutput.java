package org.speechservlet.upstream;

import java.io.IOException;
import org.apache.hc.core5.reactor.EventMask;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.SSLIOSession;

/**
 * Lets a thread that brings audio write it into the connection by itself. HttpClient allows that,
 * but then wakes its own thread in case something is left to write; here that happens only if there
 * is. A piece of live audio costs one system call so, instead of a dozen and a change of threads.
 *
 * <p>Of a connection with TLS something is always left: the encrypted bytes are written by
 * HttpClient's thread.
 *
 * <p>Thread-safe.
 */
final class DirectOutput {

  /** Something that writes into a connection. */
  interface Writing {
    void write() throws IOException;
  }

  private final ThreadLocal<Boolean> here = new ThreadLocal<>();

  /** Writes on this thread. */
  void write(Writing writing) throws IOException {
    here.set(Boolean.TRUE);
    try {
      writing.write();
    } finally {
      here.remove();
    }
  }

  /**
   * Whether nobody needs to be woken for this event: it is asked for by a writing on this thread.
   */
  boolean isSpared(int event, IOSession session) {
    return event == EventMask.WRITE && here.get() != null && !(session instanceof SSLIOSession);
  }
}
