package org.speechservlet.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** WAV files (RIFF), whatever their bytes are. */
class WavFuzzTest {
  @Timeout(20)
  @FuzzTest
  void wav_anyBytes_keepsItsPromises(byte[] bytes) {
    new FuzzedUpload(ContentType.UNKNOWN, bytes).check();
  }
}
