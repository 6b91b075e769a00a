package org.speechservlet.servlet;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.speechservlet.metrics.SpeechMXBean;
import org.speechservlet.token.TokenManager;
import org.speechservlet.token.TokenStatus;

/** What monitoring reads, from where {@code GET status} reads it. Thread-safe. */
final class ApplicationReadings implements SpeechMXBean {
  private static final double MILLIS_PER_SECOND = 1000;

  private final SpeechApplication application;
  private final TokenManager tokens;

  ApplicationReadings(SpeechApplication application, TokenManager tokens) {
    this.application = application;
    this.tokens = tokens;
  }

  @Override
  public int getRecognitionsInFlight() {
    return application.admission().inFlight();
  }

  @Override
  public int getRecognitionsLimit() {
    return application.admission().limit();
  }

  @Override
  public Map<String, Long> getRecognitionsByOutcome() {
    return application.totals().outcomes().snapshot();
  }

  @Override
  public Map<String, Long> getRejectedByReason() {
    return application.totals().rejections().snapshot();
  }

  @Override
  public double getAudioSeconds() {
    return seconds(application.totals().audio());
  }

  @Override
  public long getReceivedBytes() {
    return application.totals().receivedBytes();
  }

  @Override
  public long getSentBytes() {
    return application.totals().sentBytes();
  }

  @Override
  public long getLiveUploads() {
    return application.uploads().liveCount();
  }

  @Override
  public long getWaitingUploads() {
    return application.uploads().waitingCount();
  }

  @Override
  public int getKeptAnswers() {
    return application.uploads().keptCount();
  }

  @Override
  public long getReplayBytes() {
    return application.upstream().replayBytes();
  }

  @Override
  public long getReplayLimitBytes() {
    return application.settings().limits().replayMaxTotalBytes();
  }

  @Override
  public int getUpstreamConnectionsLeased() {
    return application.upstream().connections().leased();
  }

  @Override
  public int getUpstreamConnectionsAvailable() {
    return application.upstream().connections().available();
  }

  @Override
  public int getUpstreamConnectionsPending() {
    return application.upstream().connections().pending();
  }

  @Override
  public String getTokenMode() {
    return word(tokens.status().mode());
  }

  @Override
  public String getTokenState() {
    return word(tokens.status().state());
  }

  @Override
  public boolean isTokenUsable() {
    return tokens.status().isUsable();
  }

  @Override
  public @Nullable Double getTokenAgeSeconds() {
    return secondsOrNull(tokens.status().age());
  }

  @Override
  public @Nullable Double getTokenRemainingSeconds() {
    return secondsOrNull(tokens.status().timeLeft());
  }

  @Override
  public @Nullable Double getTokenNextAttemptSeconds() {
    return secondsOrNull(tokens.status().nextAttemptIn());
  }

  @Override
  public @Nullable String getTokenKeyInUse() {
    TokenStatus.KeyInUse key = tokens.status().keyInUse();
    return key == null ? null : word(key);
  }

  @Override
  public int getTokenWaiting() {
    return tokens.activity().waiting();
  }

  @Override
  public long getTokenRenewals() {
    return tokens.activity().renewals();
  }

  @Override
  public long getTokenFailures() {
    return tokens.activity().failures();
  }

  @Override
  public int getTokenConsecutiveFailures() {
    return tokens.status().consecutiveFailures();
  }

  @Override
  public @Nullable String getTokenLastFailure() {
    TokenStatus.Failure failure = tokens.status().lastFailure();
    return failure == null ? null : failure.message();
  }

  @Override
  public @Nullable String getTokenLastFailureTime() {
    TokenStatus.Failure failure = tokens.status().lastFailure();
    return failure == null ? null : failure.at().toString();
  }

  @Override
  public void renewToken() {
    tokens.renew();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Double secondsOrNull(@Nullable Duration duration) {
    return duration == null ? null : seconds(duration);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
