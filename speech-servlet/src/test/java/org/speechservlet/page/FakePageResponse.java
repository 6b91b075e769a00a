package org.speechservlet.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A container's response, which commits when more was written than its buffer holds. */
final class FakePageResponse {
  final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final ByteArrayOutputStream content = new ByteArrayOutputStream();
  final Charset charset = StandardCharsets.UTF_8;
  int status = 200;
  int bufferSize = 8 * 1024;
  int writes;
  long length = -1;
  boolean isCommitted;
  private @Nullable PrintWriter writer;

  FakePageResponse(String contentType) {
    fields.put("Content-Type", contentType);
  }

  String text() {
    if (writer != null) {
      writer.flush();
    }
    return content.toString(charset);
  }

  HttpServletResponse build() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            FakePageResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> call(called.getName(), arguments));
  }

  private @Nullable Object call(String name, Object[] arguments) {
    return switch (name) {
      case "getContentType" -> fields.get("Content-Type");
      case "getCharacterEncoding" -> charset.name();
      case "getStatus" -> status;
      case "getHeader" -> fields.get((String) arguments[0]);
      case "getHeaders" -> values((String) arguments[0]);
      case "containsHeader" -> fields.containsKey((String) arguments[0]);
      case "setHeader", "addHeader" -> setField((String) arguments[0], (String) arguments[1]);
      case "setContentLengthLong" -> {
        length = (Long) arguments[0];
        yield null;
      }
      case "isCommitted" -> isCommitted;
      case "getBufferSize" -> bufferSize;
      case "flushBuffer" -> {
        isCommitted = true;
        yield null;
      }
      case "reset" -> reset(true);
      case "resetBuffer" -> reset(false);
      case "getOutputStream" -> new Stream();
      case "getWriter" -> writer();
      default -> throw new UnsupportedOperationException(name);
    };
  }

  private List<String> values(String name) {
    String value = fields.get(name);
    return value == null ? List.of() : List.of(value);
  }

  private @Nullable Object setField(String name, String value) {
    if (name.equalsIgnoreCase("Content-Length")) {
      length = Long.parseLong(value);
    } else {
      fields.put(name, value);
    }
    return null;
  }

  private @Nullable Object reset(boolean all) {
    content.reset();
    if (all) {
      fields.clear();
      length = -1;
    }
    return null;
  }

  private PrintWriter writer() {
    PrintWriter existing = writer;
    if (existing == null) {
      existing = new PrintWriter(new OutputStreamWriter(new Stream(), charset), true);
      writer = existing;
    }
    return existing;
  }

  /** Where the bytes go. */
  private final class Stream extends ServletOutputStream {
    @Override
    public void write(int unit) {
      write(new byte[] {(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      writes++;
      content.write(bytes, offset, count);
      isCommitted |= content.size() > bufferSize;
    }

    @Override
    public void flush() {
      isCommitted = true;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
