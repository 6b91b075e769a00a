package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Takes the audio of one recognition, ready for the Speech API, as soon as it is ready.
 *
 * <p>Called by an {@link AudioIntake} from inside {@link AudioIntake#feed} and {@link
 * AudioIntake#end}, on the caller's thread: {@link #format} exactly once, then {@link #audio} any
 * number of times. When the upload is refused before its format is known, neither is called.
 */
public interface AudioSink {

  /** Says in which format all the audio of this recognition comes. */
  void format(UpstreamFormat format);

  /**
   * Takes the next bytes. They are valid only during this call, since the buffer is one that the
   * caller fills again: copy them or write them out. Whatever is left unread is lost.
   *
   * @param bytes at least one byte, from the position to the limit
   */
  void audio(ByteBuffer bytes);
}
