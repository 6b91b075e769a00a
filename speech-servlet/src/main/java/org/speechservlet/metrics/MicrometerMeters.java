package org.speechservlet.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one servlet in a registry of Micrometer. The only class that needs Micrometer: it
 * must be loaded only where that is.
 *
 * <p>Measures once for each recognition, when it ends, and takes a lock for it: nothing is added to
 * the cost of a piece of audio.
 */
final class MicrometerMeters implements Meters {
  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<String, Timer> byOutcome = new HashMap<>();
  private final Map<String, Counter> byReason = new HashMap<>();
  private final List<Meter> registered = new ArrayList<>();
  private final Timer firstByte;
  private final Timer answer;
  private final Timer audio;
  private boolean closed;

  /**
   * Registers those that are there before any recognition.
   *
   * @param given a {@link MeterRegistry}; null for the global one
   * @throws IllegalArgumentException if it is something else
   */
  static MicrometerMeters register(@Nullable Object given, Subject subject, SpeechMXBean source) {
    if (given != null && !(given instanceof MeterRegistry)) {
      throw new IllegalArgumentException(
          given.getClass().getName() + " is no " + MeterRegistry.class.getName() + " of here");
    }
    MeterRegistry registry = given instanceof MeterRegistry own ? own : Metrics.globalRegistry;
    return new MicrometerMeters(registry, subject, source);
  }

  private MicrometerMeters(MeterRegistry registry, Subject subject, SpeechMXBean source) {
    this.registry = registry;
    this.tags = freeTags(registry, subject);
    for (Measure measure : Measure.values()) {
      read(measure, source);
    }
    firstByte = timer(Measure.FIRST_BYTE_TIME, tags);
    answer = timer(Measure.ANSWER_TIME, tags);
    audio = timer(Measure.AUDIO, tags);
  }

  /** Tells servlets apart that share a registry and a name: the same keys always. */
  private static Tags freeTags(MeterRegistry registry, Subject subject) {
    for (int number = 1; ; number++) {
      Subject candidate = subject.numbered(number);
      Tags tags = Tags.of("context", candidate.context(), "servlet", candidate.servlet());
      String probe = Measure.RECOGNITIONS_LIMIT.meter().requireName();
      if (registry.find(probe).tags(tags).meter() == null) {
        return tags;
      }
    }
  }

  private void read(Measure measure, SpeechMXBean source) {
    MeterForm form = measure.meter();
    if (form.kind() == MeterForm.Kind.GAUGE) {
      keep(
          Gauge.builder(form.requireName(), source, form.requireValue())
              .baseUnit(unit(measure))
              .description(measure.meaning())
              .tags(tags)
              .register(registry));
    } else if (form.kind() == MeterForm.Kind.COUNTER) {
      keep(
          FunctionCounter.builder(form.requireName(), source, form.requireValue())
              .baseUnit(unit(measure))
              .description(measure.meaning())
              .tags(tags)
              .register(registry));
    }
  }

  private static @Nullable String unit(Measure measure) {
    return measure.unit().isEmpty() ? null : measure.unit();
  }

  private Timer timer(Measure measure, Tags allTags) {
    return keep(
        Timer.builder(measure.meter().requireName())
            .description(measure.meaning())
            .tags(allTags)
            .register(registry));
  }

  private Counter counter(Measure measure, Tags allTags) {
    return keep(
        Counter.builder(measure.meter().requireName())
            .baseUnit(unit(measure))
            .description(measure.meaning())
            .tags(allTags)
            .register(registry));
  }

  private <M extends Meter> M keep(M meter) {
    registered.add(meter);
    return meter;
  }

  @Override
  public synchronized void add(EndedRecognition ended) {
    if (closed) {
      return;
    }
    byOutcome.computeIfAbsent(ended.outcome(), this::timerOf).record(ended.total());
    if (ended.rejected()) {
      byReason.computeIfAbsent(ended.outcome(), this::counterOf).increment();
    }
    audio.record(ended.audio());
    record(firstByte, ended.timeToFirstByte());
    record(answer, ended.lastByteToAnswer());
  }

  private Timer timerOf(String outcome) {
    return timer(Measure.RECOGNITION_TIME, tags.and("outcome", outcome));
  }

  private Counter counterOf(String reason) {
    return counter(Measure.REJECTED_BY_REASON, tags.and("reason", reason));
  }

  private static void record(Timer timer, @Nullable Duration duration) {
    if (duration != null) {
      timer.record(duration);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    registered.forEach(registry::remove);
    registered.clear();
  }
}
