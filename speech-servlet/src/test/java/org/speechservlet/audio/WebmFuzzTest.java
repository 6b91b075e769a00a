package org.speechservlet.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** WebM and Matroska files, whatever their bytes are. */
class WebmFuzzTest {
  @Timeout(20)
  @FuzzTest
  void webm_anyBytes_keepsItsPromises(byte[] bytes) {
    new FuzzedUpload(ContentType.UNKNOWN, bytes).check();
  }
}
