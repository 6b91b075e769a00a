package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void outcome_ofATypeThatIsRegisteredElsewhere_isItsName() {
    assertEquals("quota-exceeded", Outcome.of(QuotaProblems.tooManyAtOnce(1)));
    assertEquals("cross-site", Outcome.of(ErrorMapping.crossSite()));
  }
}
