package org.speechservlet.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** Forms with a file in them, whatever their bytes are. */
class FormFuzzTest {
  @Timeout(20)
  @FuzzTest
  void form_anyBytes_keepsItsPromises(byte[] bytes) {
    new FuzzedUpload(ContentType.parse(FormBytes.TYPE), bytes).check();
  }
}
