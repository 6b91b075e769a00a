package org.speechservlet.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** MP4 files, whatever their bytes are. */
class Mp4FuzzTest {
  @Timeout(20)
  @FuzzTest
  void mp4_anyBytes_keepsItsPromises(byte[] bytes) {
    new FuzzedUpload(ContentType.UNKNOWN, bytes).check();
  }
}
