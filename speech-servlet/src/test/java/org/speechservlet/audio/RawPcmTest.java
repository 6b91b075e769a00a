package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RawPcmTest {
  private static final short[] SPEECH = Pcm.speechLike(4000, 20_000);

  private static short[] read(String type, short[] samples, ByteOrder order) throws Exception {
    return new Upload(type, Pcm.bytes(samples, order)).read().samples();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audio/l16;rate=16000",
        "audio/pcm; samplerate=\"16000\"",
        "Audio/L16;Rate=16000;channels=1"
      })
  void read_orderNotDeclared_theAudioDecides(String type) throws Exception {
    short[] late = new short[6000];
    System.arraycopy(SPEECH, 0, late, 2000, SPEECH.length);
    for (short[] samples : new short[][] {SPEECH, late, Pcm.tone(7000, 16_000, 2000, 300)}) {
      assertArrayEquals(samples, read(type, samples, ByteOrder.LITTLE_ENDIAN));
      assertArrayEquals(samples, read(type, samples, ByteOrder.BIG_ENDIAN));
    }
  }

  @Test
  void read_orderDeclared_isTakenAtItsWord() throws Exception {
    String type = "audio/l16;rate=16000;endianness=";
    assertArrayEquals(SPEECH, read(type + "little-endian", SPEECH, ByteOrder.LITTLE_ENDIAN));
    short[] swapped = read(type + "big-endian", SPEECH, ByteOrder.LITTLE_ENDIAN);
    assertEquals(Short.reverseBytes(SPEECH[7]), swapped[7]);
  }

  @Test
  void read_noiseOfFullLevel_theTypesCustomDecides() throws Exception {
    short[] noise = new short[3000];
    Random random = new Random(5);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) random.nextInt();
    }
    assertArrayEquals(noise, read("audio/l16;rate=16000", noise, ByteOrder.BIG_ENDIAN));
    assertArrayEquals(noise, read("audio/pcm;rate=16000", noise, ByteOrder.LITTLE_ENDIAN));
  }

  @ParameterizedTest
  @CsvSource({
    "audio/l16, rate=16000",
    "audio/pcm;rate=3999, 4000 to 384000",
    "audio/pcm;rate=-1, 4000 to 384000",
    "audio/pcm;rate=16000;channels=0, channels",
    "audio/pcm;rate=16000;bits=8, bits",
    "audio/pcm;rate=16000;endianness=middle, endianness"
  })
  void read_unusableParameters_isRefusedWithTheRule(String type, String words) {
    Refusal refusal = new Upload(type, Pcm.bytes(SPEECH)).refusal();
    assertEquals(AudioException.Kind.UNSUPPORTED, refusal.kind());
    assertTrue(refusal.message().contains(words), refusal.message());
  }
}
