package org.speechservlet.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The meters, in a registry of the test's own. */
class MicrometerMetersTest {
  private static final Subject PORTAL = new Subject("localhost", "/portal", "speech");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FakeReadings readings = new FakeReadings();
  private final SpeechMXBean source = readings.source();

  private MicrometerMeters register() {
    return MicrometerMeters.register(registry, PORTAL, source);
  }

  private static EndedRecognition ended(
      String outcome, boolean rejected, @Nullable Duration firstByte, @Nullable Duration answer) {
    return new EndedRecognition(
        outcome, rejected, Duration.ofSeconds(4), Duration.ofSeconds(3), firstByte, answer);
  }

  private static EndedRecognition success() {
    return ended("Success", false, Duration.ofMillis(40), Duration.ofMillis(300));
  }

  private Timer timer(String name) {
    return registry.get(name).timer();
  }

  @Test
  void meters_ofAServletThatRecognized_areThoseOfTheMeasures() {
    MicrometerMeters meters = register();
    meters.add(ended("overloaded", true, null, null));
    assertEquals(
        Stream.of(Measure.values())
            .filter(measure -> measure.meter().name() != null)
            .map(measure -> measure.meter().name() + " " + measure.unit())
            .sorted()
            .toList(),
        registry.getMeters().stream()
            .map(Meter::getId)
            .map(id -> id.getName() + " " + (id.getBaseUnit() == null ? "" : id.getBaseUnit()))
            .sorted()
            .toList());
  }

  @Test
  void gaugesAndCounters_readTheSource() {
    register();
    readings.with("RecognitionsInFlight", 7).with("SentBytes", 640L).with("TokenUsable", true);
    assertEquals(7, registry.get("speech.recognitions.active").gauge().value());
    assertEquals(640, registry.get("speech.sent").functionCounter().count());
    assertEquals(1, registry.get("speech.token.usable").gauge().value());
    assertEquals(Double.NaN, registry.get("speech.token.age").gauge().value());
  }

  @Test
  void recognition_isTimedOnce_byItsOutcome() {
    MicrometerMeters meters = register();
    meters.add(success());
    meters.add(success());
    meters.add(ended("NoMatch", false, Duration.ofMillis(60), null));
    Timer successes = registry.get("speech.recognition").tag("outcome", "Success").timer();
    assertEquals(2, successes.count());
    assertEquals(8, successes.totalTime(SECONDS));
    assertEquals(9, timer("speech.audio").totalTime(SECONDS));
    assertEquals(0.14, timer("speech.first.byte").totalTime(SECONDS), 1e-9);
    assertEquals(2, timer("speech.answer").count());
    assertTrue(registry.find("speech.recognitions.rejected").counters().isEmpty());
  }

  @Test
  void rejection_isCountedByItsReason() {
    MicrometerMeters meters = register();
    meters.add(ended("overloaded", true, null, null));
    assertEquals(
        1,
        registry.get("speech.recognitions.rejected").tag("reason", "overloaded").counter().count());
    assertEquals(0, timer("speech.first.byte").count());
  }

  @Test
  void everyMeter_isTaggedWithApplicationAndServlet() {
    register().add(success());
    registry.get("speech.recognition").tags("context", "/portal", "servlet", "speech").timer();
    registry.get("speech.token.age").tags("context", "/portal", "servlet", "speech").gauge();
  }

  @Test
  void close_removesAll_andNothingComesBack() {
    MicrometerMeters meters = register();
    meters.add(success());
    meters.close();
    meters.add(ended("NoMatch", true, null, null));
    assertEquals(List.of(), registry.getMeters());
  }

  @Test
  void secondServletOfTheSameName_getsANumber_andKeepsItsMetersWhenTheFirstEnds() {
    MicrometerMeters first = register();
    MicrometerMeters second = register();
    first.close();
    assertEquals(
        List.of("/portal#2"),
        registry.getMeters().stream()
            .map(meter -> String.valueOf(meter.getId().getTag("context")))
            .distinct()
            .collect(Collectors.toList()));
    second.close();
  }

  @Test
  void withoutARegistryOfTheApplication_metersAreInTheGlobalOne_andInThoseBelowIt() {
    Metrics.addRegistry(registry);
    try (MicrometerMeters meters = MicrometerMeters.register(null, PORTAL, source)) {
      meters.add(success());
      assertEquals(1, timer("speech.recognition").count());
    } finally {
      assertEquals(List.of(), registry.getMeters());
      Metrics.removeRegistry(registry);
    }
  }

  @Test
  void registryOfAnotherKind_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> MicrometerMeters.register("no registry", PORTAL, source));
  }
}
