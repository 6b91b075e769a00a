package org.speechservlet.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Carries one HTTP exchange with the Speech API. Thread-safe; nothing here blocks. */
interface Transport {

  /**
   * The request's head.
   *
   * @param uri where it goes, query included
   * @param connectionId what support needs to find the request: 32 hexadecimal digits
   * @param contentType the media type of the audio
   */
  record Head(
      URI uri, String connectionId, String contentType, CredentialSource.Credential credential) {}

  /**
   * The whole answer.
   *
   * @param body read as UTF-8; at most {@link #MAX_ANSWER_BYTES}
   * @param retryAfter the field {@code Retry-After} as it came, or null
   * @param fromProxy whether a proxy gave it instead of a tunnel to the service
   */
  record Answer(int status, String body, @Nullable String retryAfter, boolean fromProxy) {

    /** Without the body, which has what was said, or a credential that was said back. */
    @Override
    public String toString() {
      return "Answer[" + status + ", " + body.length() + " characters]";
    }
  }

  /** Detailed results of a minute of speech take some 50 KiB. */
  int MAX_ANSWER_BYTES = 256 * 1024;

  /** What happens in the exchange; called on any thread, one call at a time. */
  interface Events {

    /** The service wants the audio: it said 100 (Continue), or the wait for that is over. */
    void agreed();

    /** Some audio went into the connection. */
    void sent();

    /** The answer is here, be it that the audio was sent to its end or not. Nothing follows. */
    void answered(Answer answer);

    /** No answer will come. Nothing follows. */
    void lost(Exception cause);
  }

  /** An exchange in flight. */
  interface Call {

    /** There is more audio in the buffer, or its end. */
    void audioAvailable();

    /**
     * Cuts the connection if the exchange is not over; one that is just being opened is cut as soon
     * as it is open.
     */
    void cancel();
  }

  /** Starts an exchange that takes its body from the playback. */
  Call send(Head head, ReplayBuffer.Playback audio, Events events);
}
