package org.speechservlet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

final class SentenceTest {

  @Test
  void sound_isWhatTheSpeechApiTakesUnchangedAndIsShort() throws Exception {
    ByteBuffer sound = Sentence.sound();
    byte[] bytes = new byte[sound.remaining()];
    sound.get(bytes);
    AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes));

    AudioFormat format = audio.getFormat();
    assertEquals(16_000, format.getSampleRate());
    assertEquals(1, format.getChannels());
    assertEquals(16, format.getSampleSizeInBits());
    assertTrue(audio.getFrameLength() < 3 * 16_000, audio.getFrameLength() + " samples");
  }

  @Test
  void words_areComparedWithoutSignsAndCapitals() {
    assertTrue(Sentence.isSaidIn("can you hear me"));
    assertFalse(Sentence.isSaidIn("Can you hear?"));
    assertFalse(Sentence.isSaidIn(""));
  }
}
