package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.speechservlet.quota.Balance;
import org.speechservlet.quota.Quota;

class RateLimitFieldsTest {

  @Test
  void fields_ofSeveralQuotas_areLists() {
    Quota hour = new Quota("hour", Duration.ofMinutes(30), Duration.ofHours(1));
    Quota day = new Quota("day", Duration.ofHours(2), Duration.ofDays(1));

    Map<String, String> fields =
        RateLimitFields.of(
            List.of(
                new Balance(hour, Duration.ofMillis(1_799_999)),
                new Balance(day, Duration.ofHours(2))));

    assertEquals(
        "\"hour\";q=1800;qu=\"audio-seconds\";w=3600, \"day\";q=7200;qu=\"audio-seconds\";w=86400",
        fields.get("RateLimit-Policy"));
    assertEquals("\"hour\";r=1799;t=1, \"day\";r=7200;t=0", fields.get("RateLimit"));
  }
}
