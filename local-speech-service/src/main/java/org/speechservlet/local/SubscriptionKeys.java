package org.speechservlet.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The resource's keys: one or two configured ones, or any key at all. Thread-safe. */
final class SubscriptionKeys {

  /** The header that carries a key. */
  static final String HEADER = "Ocp-Apim-Subscription-Key";

  private static final List<String> NAMES = List.of("primary key", "secondary key");

  private final List<byte[]> keys;

  /**
   * @param keys the accepted keys, the primary one first; when empty, any key is accepted
   */
  SubscriptionKeys(List<String> keys) {
    this.keys = keys.stream().map(SubscriptionKeys::bytes).toList();
  }

  /** What to call this key in a log; empty when it is none of the resource's. */
  Optional<String> nameOf(String key) {
    if (key.isBlank()) {
      return Optional.empty();
    }
    if (keys.isEmpty()) {
      return Optional.of("key");
    }
    for (int i = 0; i < keys.size(); i++) {
      if (MessageDigest.isEqual(keys.get(i), bytes(key))) {
        return Optional.of(NAMES.get(i));
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
