package org.speechservlet.logging;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPMDCAdapter;

/**
 * The mapped diagnostic context of the application's SLF4J, version 1.7 or 2: that much of it as
 * the drop-in uses.
 */
final class ApplicationContext extends NOPMDCAdapter {
  private final MethodHandle put;
  private final MethodHandle get;
  private final MethodHandle remove;

  private ApplicationContext(MethodHandle put, MethodHandle get, MethodHandle remove) {
    this.put = put;
    this.get = get;
    this.remove = remove;
  }

  /** Looks the methods up. */
  static ApplicationContext of(ApplicationPackage slf4j) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Class<?> mdc = slf4j.type("MDC");
    return new ApplicationContext(
        lookup.findStatic(mdc, "put", methodType(void.class, String.class, String.class)),
        lookup.findStatic(mdc, "get", methodType(String.class, String.class)),
        lookup.findStatic(mdc, "remove", methodType(void.class, String.class)));
  }

  @Override
  public void put(String key, @Nullable String value) {
    try {
      put.invokeExact(key, value);
    } catch (Throwable e) {
      throw LoggerCalls.unchecked(e);
    }
  }

  @Override
  public @Nullable String get(String key) {
    try {
      return (String) get.invokeExact(key);
    } catch (Throwable e) {
      throw LoggerCalls.unchecked(e);
    }
  }

  @Override
  public void remove(String key) {
    try {
      remove.invokeExact(key);
    } catch (Throwable e) {
      throw LoggerCalls.unchecked(e);
    }
  }
}
