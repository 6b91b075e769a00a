package org.speechservlet.servlet;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.Timers;

/**
 * The upload resources of one servlet by their names, and the appends to them. Those that go on are
 * as many as the recognitions in flight at most; the answers of the others are {@link KeptAnswers}.
 * Thread-safe.
 */
final class UploadRegistry {
  private final UploadAnswers answers;
  private final KeptAnswers kept;
  private final Map<String, UploadResource> byName = new ConcurrentHashMap<>();
  private final Set<Append> appends = ConcurrentHashMap.newKeySet();

  UploadRegistry(UploadAnswers answers, Timers timers) {
    this.answers = answers;
    this.kept = new KeptAnswers(timers, identity -> byName.remove(identity.name()));
  }

  UploadAnswers answers() {
    return answers;
  }

  @Nullable UploadResource find(String name) {
    return byName.get(name);
  }

  void add(LiveUpload upload) {
    byName.put(upload.identity().name(), upload);
  }

  /** Puts what is left of an upload into its place. */
  void finished(FinishedUpload upload) {
    byName.put(upload.identity().name(), upload);
    if (!kept.add(upload)) {
      byName.remove(upload.identity().name());
    }
  }

  void remove(UploadIdentity identity) {
    byName.remove(identity.name());
    kept.remove(identity);
  }

  Duration timeLeft(UploadIdentity identity) {
    return kept.timeLeft(identity);
  }

  /** Knows of an append until it is over. */
  void track(Append append) {
    appends.add(append);
    append.whenOver(() -> appends.remove(append));
  }

  /** How many uploads go on. */
  long liveCount() {
    return byName.values().stream().filter(LiveUpload.class::isInstance).count();
  }

  /** How many uploads wait for their next append. */
  long waitingCount() {
    return byName.values().stream()
        .filter(upload -> upload instanceof LiveUpload live && live.isWaiting())
        .count();
  }

  /** How many requests that bring bytes of an upload are not over. */
  int openAppends() {
    return appends.size();
  }

  int keptCount() {
    return kept.count();
  }

  /** Ends the uploads whose rest cannot come any more. */
  void stopIncomplete(Problem problem) {
    for (UploadResource upload : byName.values()) {
      if (upload instanceof LiveUpload live) {
        live.stopIncomplete(problem);
      }
    }
  }

  /** Ends what is left, answers that are kept as well. */
  void close() {
    kept.close();
    appends.forEach(Append::abort);
  }
}
