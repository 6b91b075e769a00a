package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.HttpInput;
import org.eclipse.jetty.util.thread.Invocable;
import org.junit.jupiter.api.Test;

final class NonBlockingListenerTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void listener_ofJettysStream_neverBlocksAndIsToldAll() throws IOException {
    ReadListener listener = NonBlockingListener.of(new Recorder(), HttpInput.class);
    assertEquals(Invocable.InvocationType.NON_BLOCKING, ((Invocable) listener).getInvocationType());
    listener.onDataAvailable();
    listener.onAllDataRead();
    listener.onError(new IOException("gone"));
    assertEquals(List.of("available", "all read", "gone"), told);
    assertTrue(Set.of(listener).contains(listener));
  }

  @Test
  void failure_ofTheListener_isItsOwn() {
    ReadListener failing =
        (ReadListener)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ReadListener.class},
                (InvocationHandler)
                    (proxy, method, arguments) -> {
                      throw new IOException("its own");
                    });
    ReadListener listener = NonBlockingListener.of(failing, HttpInput.class);
    assertEquals(
        "its own", assertThrows(IOException.class, listener::onDataAvailable).getMessage());
  }

  @Test
  void listener_ofAnotherContainersStream_staysAsItIs() {
    Recorder listener = new Recorder();
    assertSame(listener, NonBlockingListener.of(listener, OtherStream.class));
  }

  private final class Recorder implements ReadListener {
    @Override
    public void onDataAvailable() {
      told.add("available");
    }

    @Override
    public void onAllDataRead() {
      told.add("all read");
    }

    @Override
    public void onError(Throwable cause) {
      told.add(cause.getMessage());
    }
  }

  private static final class OtherStream extends ServletInputStream {
    @Override
    public boolean isFinished() {
      return true;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {}

    @Override
    public int read() {
      return -1;
    }
  }
}
