package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.Arrays;
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
              if (method.getName().equals("getInputStream")) {
                return stream;
              }
              throw new UnsupportedOperationException(method.getName());
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

  private static final class RefusingStream extends ArrivedStream {
    @Override
    public int read(byte[] target, int offset, int length) {
      throw new IllegalStateException("you may not read until isReady() returns true");
    }
  }
}
