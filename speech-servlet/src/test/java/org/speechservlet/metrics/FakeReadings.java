package org.speechservlet.metrics;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readings that a test sets; each number is 0 and each word missing until then. */
final class FakeReadings {
  private final Map<String, Object> values = new HashMap<>();
  int renewals;

  FakeReadings with(String attribute, Object value) {
    values.put(attribute, value);
    return this;
  }

  SpeechMXBean source() {
    return (SpeechMXBean)
        Proxy.newProxyInstance(
            SpeechMXBean.class.getClassLoader(),
            new Class<?>[] {SpeechMXBean.class},
            (proxy, method, arguments) -> read(method));
  }

  private @Nullable Object read(Method method) {
    if (method.getName().equals("renewToken")) {
      renewals++;
      return null;
    }
    if (method.getName().equals("hashCode")) {
      return System.identityHashCode(this);
    }
    Object value = values.get(method.getName().replaceFirst("^(get|is)", ""));
    return value != null ? value : zero(method.getReturnType());
  }

  private static @Nullable Object zero(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == double.class) {
      return 0.0;
    }
    return type == Map.class ? Map.of() : null;
  }
}
