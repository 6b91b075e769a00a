package org.speechservlet.local.fault;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a fault that is in force has come.
 *
 * @param id its number in this service
 * @param fault what was set
 * @param endsAt when it ends by its duration
 * @param skipped how many requests it passed over
 * @param happened how many requests it happened to
 */
public record FaultState(
    int id, Fault fault, Optional<Instant> endsAt, int skipped, int happened) {}
