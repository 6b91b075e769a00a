package org.speechservlet.servlet;

import jakarta.servlet.ReadListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Jetty that a read listener never blocks. Jetty (12) then calls it on the thread that found
 * the bytes; else it hands each event to another one, which costs more than the event.
 *
 * <p>A listener tells so by being {@code org.eclipse.jetty.util.thread.Invocable}, which Jetty
 * hides from web applications; it is found where the stream's class comes from. Other containers
 * have no such thing, and their listeners stay as they are.
 */
final class NonBlockingListener implements InvocationHandler {
  private static final Logger LOG = LoggerFactory.getLogger(NonBlockingListener.class);
  private static final String INVOCABLE = "org.eclipse.jetty.util.thread.Invocable";

  private final ReadListener listener;
  private final Object nonBlocking;

  private NonBlockingListener(ReadListener listener, Object nonBlocking) {
    this.listener = listener;
    this.nonBlocking = nonBlocking;
  }

  /** Returns what is to be set as the listener of a stream of that class. */
  static ReadListener of(ReadListener listener, Class<?> stream) {
    ClassLoader container = stream.getClassLoader();
    if (container == null || !stream.getName().startsWith("org.eclipse.jetty.")) {
      return listener;
    }
    try {
      Class<?> invocable = Class.forName(INVOCABLE, false, container);
      Method type = invocable.getMethod("getInvocationType");
      Object nonBlocking = type.getReturnType().getField("NON_BLOCKING").get(null);
      return (ReadListener)
          Proxy.newProxyInstance(
              container,
              new Class<?>[] {ReadListener.class, invocable},
              new NonBlockingListener(listener, Objects.requireNonNull(nonBlocking)));
    } catch (ReflectiveOperationException | IllegalArgumentException | SecurityException e) {
      LOG.debug("This Jetty cannot be told that reading does not block", e);
      return listener;
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "getInvocationType" -> nonBlocking;
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> call(method, arguments);
    };
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(listener, arguments);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNullElse(e.getCause(), e);
    }
  }
}
