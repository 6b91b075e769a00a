package org.speechservlet.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt brought.
 *
 * @param authorization what is handed out
 * @param lifetime counted from before the attempt; null if it does not end
 * @param key the key that it was got with; null without one
 */
record Credential(
    Authorization authorization, @Nullable Duration lifetime, TokenStatus.@Nullable KeyInUse key) {}
