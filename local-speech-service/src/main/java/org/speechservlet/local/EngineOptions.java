package org.speechservlet.local;

import java.time.Duration;

/**
 * What an engine may use.
 *
 * @param recognizers the most recognitions at a time
 * @param openTimeout how long {@link SpeechEngine#open} waits for a free recognizer
 */
public record EngineOptions(int recognizers, Duration openTimeout) {}
