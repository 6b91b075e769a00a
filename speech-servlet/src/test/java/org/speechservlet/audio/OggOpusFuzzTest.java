package org.speechservlet.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/**
 * Ogg files, whatever their bytes are: as they come, and with the checksums that they should have.
 */
class OggOpusFuzzTest {
  @Timeout(20)
  @FuzzTest
  void ogg_anyBytes_keepsItsPromises(byte[] bytes) {
    check(bytes);
    check(OggBytes.withTrueChecksums(bytes));
  }

  private static void check(byte[] bytes) {
    new FuzzedUpload(ContentType.UNKNOWN, bytes).check();
  }
}
