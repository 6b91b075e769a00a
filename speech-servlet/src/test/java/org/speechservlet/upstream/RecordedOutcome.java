package org.speechservlet.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps what a recognition told, in order. */
final class RecordedOutcome implements Recognition.Listener {
  private final List<String> told = new ArrayList<>();
  private @Nullable Transcript transcript;
  private @Nullable Throwable unauthorized;
  private @Nullable UpstreamException failure;

  @Override
  public void ready() {
    told.add("ready");
  }

  @Override
  public void demand() {
    told.add("demand");
  }

  @Override
  public void answered(Transcript newTranscript) {
    told.add("answered");
    transcript = newTranscript;
  }

  @Override
  public void unauthorized(Throwable reason) {
    told.add("unauthorized");
    unauthorized = reason;
  }

  @Override
  public void failed(UpstreamException newFailure) {
    told.add("failed");
    failure = newFailure;
  }

  List<String> told() {
    return List.copyOf(told);
  }

  Transcript transcript() {
    return Objects.requireNonNull(transcript, "no transcript");
  }

  Throwable reason() {
    return Objects.requireNonNull(unauthorized, "not unauthorized");
  }

  UpstreamException failure() {
    return Objects.requireNonNull(failure, "no failure");
  }

  String failureMessage() {
    return String.valueOf(failure().getMessage());
  }
}
