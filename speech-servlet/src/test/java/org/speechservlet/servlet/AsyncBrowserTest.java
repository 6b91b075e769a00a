package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AsyncBrowserTest {

  private static final byte[] BODY = {1, 2, 3};

  /** GlassFish and Payara say that a stream is finished when its last byte has come. */
  @Test
  void streamThatIsFinishedBeforeItWasRead_isReadToItsEnd() throws Exception {
    AsyncBrowser browser = browserOf(new ArrivedStream());
    browser.startReading(new NoListener());
    byte[] buffer = new byte[8];

    assertEquals(BODY.length, browser.read(buffer));
    assertArrayEquals(BODY, Arrays.copyOf(buffer, BODY.length));
    assertEquals(Browser.END, browser.read(buffer));
  }

  /** Tomcat counts what is behind the body, and refuses to read it. */
  @Test
  void streamThatWasReadAndCountsMore_isAtItsEnd() throws Exception {
    AsyncBrowser browser = browserOf(new RefusingStream());
    browser.startReading(new NoListener());

    assertEquals(Browser.END, browser.read(new byte[8]));
  }

  /** Tomcat takes the size of a chunk whose data has not come for something to read. */
  @Test
  void streamThatIsReadyAndHasNothing_isAskedAgain_soThatTheContainerCalls() throws Exception {
    ChunkSizeStream stream = new ChunkSizeStream();
    AsyncBrowser browser = browserOf(stream);
    browser.startReading(new NoListener());
    stream.call();

    assertEquals(Browser.NOTHING_YET, browser.read(new byte[8]));
    assertTrue(stream.callsWhenReadable);
  }

  private static AsyncBrowser browserOf(ServletInputStream stream) {
    HttpServletRequest request = fake(HttpServletRequest.class, stream);
    return new AsyncBrowser(
        fake(AsyncContext.class, stream), request, fake(HttpServletResponse.class, stream));
  }

  private static <T> T fake(Class<T> type, ServletInputStream stream) {
    return type.cast(
        Proxy.newProxyInstance(
            AsyncBrowserTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              return switch (method.getName()) {
                case "getInputStream" -> stream;
                case "addListener" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
              };
            }));
  }

  private static final class NoListener implements Browser.Listener {
    @Override
    public void readable() {}

    @Override
    public void uploadFailed(Throwable cause) {}
  }

  /** All of it has arrived, and none was read. */
  private static class ArrivedStream extends ServletInputStream {
    private final ByteArrayInputStream bytes = new ByteArrayInputStream(BODY);

    @Override
    public boolean isFinished() {
      return true;
    }

    @Override
    public boolean isReady() {
      throw new IllegalStateException("Tomcat's streams are not asked this when they are finished");
    }

    @Override
    public void setReadListener(ReadListener listener) {}

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }
  }

  /** Ready once, for nothing. */
  private static final class ChunkSizeStream extends ArrivedStream {
    private @Nullable ReadListener listener;
    private boolean ready = true;
    private boolean callsWhenReadable;

    @Override
    public void setReadListener(ReadListener newListener) {
      listener = newListener;
    }

    private void call() throws IOException {
      if (listener != null) {
        listener.onDataAvailable();
      }
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      callsWhenReadable = !ready;
      return ready;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      ready = false;
      return 0;
    }
  }

  private static final class RefusingStream extends ArrivedStream {
    @Override
    public int read(byte[] target, int offset, int length) {
      throw new IllegalStateException("you may not read until isReady() returns true");
    }
  }
}
