package org.speechservlet.metrics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One speech servlet as JMX shows it, under {@code
 * org.speechservlet:type=SpeechServlet,host=…,context=…,servlet=…}. Holds no secret. What can be
 * unknown is null then. The units, and what each attribute means, are told by the MBean's own
 * description, and by the table in the project's README.
 *
 * <p>Thread-safe. Totals count from the servlet's start. A client gets this interface with {@link
 * javax.management.JMX#newMXBeanProxy}.
 */
public interface SpeechMXBean {

  /** Returns the recognitions in flight, live uploads among them. */
  int getRecognitionsInFlight();

  /** Returns how many may be in flight. */
  int getRecognitionsLimit();

  /** Returns how many ended in which way; the same names and numbers as {@code GET status} has. */
  Map<String, Long> getRecognitionsByOutcome();

  /** Returns how many of them were answered with 4xx or 503, by the type of the problem. */
  Map<String, Long> getRejectedByReason();

  /** Returns how much audio all recognitions together had that have ended. */
  double getAudioSeconds();

  /** Returns the bytes that browsers sent in them. */
  long getReceivedBytes();

  /**
   * Returns the bytes of audio made of these for the Speech API; what was sent again counts once.
   */
  long getSentBytes();

  /** Returns the uploads in many requests that go on. */
  long getLiveUploads();

  /** Returns those of them that wait for their next request. */
  long getWaitingUploads();

  /** Returns the answers that are kept for uploads that have ended. */
  int getKeptAnswers();

  /** Returns the bytes that are kept now to be sent again. */
  long getReplayBytes();

  /** Returns how many may be kept. */
  long getReplayLimitBytes();

  /** Returns the connections to the Speech API that carry a request. */
  int getUpstreamConnectionsLeased();

  /** Returns those that are open for the next request. */
  int getUpstreamConnectionsAvailable();

  /** Returns the requests that wait for a connection. */
  int getUpstreamConnectionsPending();

  /**
   * Returns what is sent to the Speech API: {@code token}, {@code custom}, {@code key}, {@code
   * none}.
   */
  String getTokenMode();

  /** Returns {@code none}, {@code fresh}, {@code stale}, {@code expired} or {@code closed}. */
  String getTokenState();

  /** Returns whether the next request would be authorized at once. */
  boolean isTokenUsable();

  /** Returns the time since the present token was asked for, or the key was read. */
  @Nullable Double getTokenAgeSeconds();

  /** Returns how long the present token will still be handed out. */
  @Nullable Double getTokenRemainingSeconds();

  /** Returns the time to the next renewal or retry; 0 while one is in flight. */
  @Nullable Double getTokenNextAttemptSeconds();

  /** Returns {@code primary} or {@code secondary}. */
  @Nullable String getTokenKeyInUse();

  /** Returns the requests that wait for a token at this moment. */
  int getTokenWaiting();

  /** Returns how many tokens were got, the first one among them. */
  long getTokenRenewals();

  /** Returns how many attempts to get one failed. */
  long getTokenFailures();

  /** Returns how many failed since the last success. */
  int getTokenConsecutiveFailures();

  /** Returns what happened at the last failure, the likely cause and the remedy. */
  @Nullable String getTokenLastFailure();

  /** Returns when that was, as ISO 8601 has it, in UTC. */
  @Nullable String getTokenLastFailureTime();

  /**
   * Gets a new token now, unless that is under way: after a key was changed, or an outage is over.
   * Returns at once; how it went, the attributes tell.
   */
  void renewToken();
}
