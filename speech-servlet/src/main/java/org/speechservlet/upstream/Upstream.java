package org.speechservlet.upstream;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What all recognitions of a web application share.
 *
 * @param maxReplayBytes how much audio one recognition may keep to send it again
 * @param responseTimeout the longest time without progress when it is the Speech API's turn
 */
record Upstream(
    Transport transport,
    ReplayBudget replayBudget,
    int maxReplayBytes,
    Duration responseTimeout,
    Timers timers,
    Clock clock,
    RandomGenerator random,
    UpstreamDiagnosis diagnosis) {}
