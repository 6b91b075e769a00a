package org.speechservlet.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jetty that a read listener never blocks. Jetty (12) then calls it on the thread that found
 * the bytes; else it hands each event to another one, which costs more than the event.
 *
 * <p>A listener tells so by being {@code org.eclipse.jetty.util.thread.Invocable}, which Jetty
 * hides from web applications; it is found where the stream's class comes from. Other containers
 * have no such thing, and their listeners stay as they are.
 */
final class NonBlockingListener implements InvocationHandler {
  private static final String INVOCABLE = "org.eclipse.jetty.util.thread.Invocable";

  private final ReadListener listener;
  private final Object nonBlocking;

  private NonBlockingListener(ReadListener listener, Object nonBlocking) {
    this.listener = listener;
    this.nonBlocking = nonBlocking;
  }

  /** Returns what is to be set as the listener of that stream. */
  static ReadListener of(ReadListener listener, ServletInputStream stream) {
    ClassLoader container = stream.getClass().getClassLoader();
    if (container == null || !stream.getClass().getName().startsWith("org.eclipse.jetty.")) {
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
      return listener;
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("getInvocationType")) {
      return nonBlocking;
    }
    try {
      Object target = method.getDeclaringClass() == ReadListener.class ? listener : this;
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNullElse(e.getCause(), e);
    }
  }
}
