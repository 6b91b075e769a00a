package org.speechservlet.logging;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The methods of the application's SLF4J that the drop-in calls. A logger is an {@link Object}
 * here, since its type has the very name that no class of the drop-in can have in it.
 */
final class LoggerCalls {
  private static final MethodType IS_ENABLED = methodType(boolean.class, Object.class);
  private static final MethodType LOG =
      methodType(void.class, Object.class, String.class, Throwable.class);
  private static final MethodType LOG_FOR_CALLER =
      methodType(void.class, Object.class, String.class, int.class, String.class, Throwable.class);

  private final MethodHandle getLogger;
  private final Map<Level, MethodHandle> isEnabled = new EnumMap<>(Level.class);
  private final Map<Level, MethodHandle> log = new EnumMap<>(Level.class);
  private final Class<?> callerAware;
  private final MethodHandle logForCaller;

  private LoggerCalls(MethodHandle getLogger, Class<?> callerAware, MethodHandle logForCaller) {
    this.getLogger = getLogger;
    this.callerAware = callerAware;
    this.logForCaller = logForCaller;
  }

  /** Looks the methods up. */
  static LoggerCalls of(ApplicationPackage slf4j) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Class<?> logger = slf4j.type("Logger");
    MethodHandle getLogger =
        lookup
            .findStatic(slf4j.type("LoggerFactory"), "getLogger", methodType(logger, String.class))
            .asType(methodType(Object.class, String.class));
    Class<?> callerAware = slf4j.type("spi.LocationAwareLogger");
    LoggerCalls calls =
        new LoggerCalls(
            getLogger, callerAware, logForCaller(lookup, callerAware, slf4j.type("Marker")));
    for (Level level : Level.values()) {
      calls.add(level, lookup, logger);
    }
    return calls;
  }

  private static MethodHandle logForCaller(
      MethodHandles.Lookup lookup, Class<?> callerAware, Class<?> marker)
      throws ReflectiveOperationException {
    MethodType type =
        methodType(
            void.class,
            marker,
            String.class,
            int.class,
            String.class,
            Object[].class,
            Throwable.class);
    MethodHandle log = lookup.findVirtual(callerAware, "log", type);
    // Neither marker nor arguments: the message comes formatted.
    return MethodHandles.insertArguments(
            MethodHandles.insertArguments(log, 5, (Object) null), 1, (Object) null)
        .asType(LOG_FOR_CALLER);
  }

  private void add(Level level, MethodHandles.Lookup lookup, Class<?> logger)
      throws ReflectiveOperationException {
    String name = level.name().toLowerCase(Locale.ROOT);
    String isEnabledName = "is" + level.name().charAt(0) + name.substring(1) + "Enabled";
    isEnabled.put(
        level,
        lookup.findVirtual(logger, isEnabledName, methodType(boolean.class)).asType(IS_ENABLED));
    log.put(
        level,
        lookup
            .findVirtual(logger, name, methodType(void.class, String.class, Throwable.class))
            .asType(LOG));
  }

  /** Returns the application's logger of this name. */
  Object logger(String name) {
    try {
      return (Object) getLogger.invokeExact(name);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  boolean isEnabled(Object logger, Level level) {
    try {
      return (boolean) handle(isEnabled, level).invokeExact(logger);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /**
   * Logs.
   *
   * @param caller the name of the class whose caller is told as the message's origin, if the logger
   *     can tell it
   */
  void log(Object logger, String caller, Level level, String message, @Nullable Throwable thrown) {
    try {
      if (callerAware.isInstance(logger)) {
        logForCaller.invokeExact(logger, caller, level.toInt(), message, thrown);
      } else {
        handle(log, level).invokeExact(logger, message, thrown);
      }
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  private static MethodHandle handle(Map<Level, MethodHandle> handles, Level level) {
    return Objects.requireNonNull(handles.get(level));
  }

  /** None of SLF4J's methods declares an exception. */
  static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown);
  }
}
