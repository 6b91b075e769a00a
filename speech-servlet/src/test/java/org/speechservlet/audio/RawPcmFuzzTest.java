package org.speechservlet.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;

/** Audio without a header: the first line is the Content-Type, the rest is the upload. */
class RawPcmFuzzTest {
  @Timeout(20)
  @FuzzTest
  void upload_ofAnyType_keepsItsPromises(byte[] bytes) {
    int lineEnd = 0;
    while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    String type = new String(bytes, 0, lineEnd, StandardCharsets.UTF_8);
    byte[] upload = Arrays.copyOfRange(bytes, Math.min(lineEnd + 1, bytes.length), bytes.length);
    new FuzzedUpload(ContentType.parse(type), upload).check();
  }
}
