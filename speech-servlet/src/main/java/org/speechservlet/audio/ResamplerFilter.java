package org.speechservlet.audio;

import org.jspecify.annotations.Nullable;

/**
 * The tables that bring one rate to {@value RatePlan#OUTPUT_HZ} Hz. Immutable.
 *
 * @param inputHz the rate
 * @param sharp the first step
 * @param interpolator the second, if one step is not enough
 */
record ResamplerFilter(
    int inputHz, PolyphaseFilter sharp, @Nullable FractionalInterpolator interpolator) {

  static ResamplerFilter of(int inputHz) {
    RatePlan plan = RatePlan.of(inputHz);
    return new ResamplerFilter(
        inputHz,
        new PolyphaseFilter(plan),
        plan.isOneStep() ? null : new FractionalInterpolator(plan));
  }
}
