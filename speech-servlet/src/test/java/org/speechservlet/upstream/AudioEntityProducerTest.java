package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AudioEntityProducerTest {

  @Test
  void audio_forATlsConnectionThatIsJustBeingClosed_isNoFailureOfWhoBringsIt() throws Exception {
    ReplayBuffer audio = new ReplayBuffer(new ReplayBudget(0), 0);
    AudioEntityProducer producer =
        new AudioEntityProducer("audio/wav", audio.play(), new Nobody(), new DirectOutput());
    producer.produce(new ClosedTlsChannel());

    assertDoesNotThrow(producer::audioAvailable);
    assertDoesNotThrow(producer::cut);
  }

  @Test
  void audio_forATlsConnectionThatIsClosedBehindTheWrite_isNoFailureOfWhoBringsIt()
      throws Exception {
    ReplayBuffer audio = new ReplayBuffer(new ReplayBudget(0), 0);
    AudioEntityProducer producer =
        new AudioEntityProducer("audio/wav", audio.play(), new Nobody(), new DirectOutput());
    producer.produce(
        new ClosedTlsChannel() {
          @Override
          public int write(ByteBuffer source) {
            throw new CancelledKeyException();
          }
        });
    audio.append(ByteBuffer.allocate(1));

    assertDoesNotThrow(producer::audioAvailable);
  }

  /** What HttpClient's channel does once the selection key of a TLS connection is cancelled. */
  private static class ClosedTlsChannel implements DataStreamChannel {
    @Override
    public void requestOutput() {
      throw new CancelledKeyException();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      throw new IOException("closed");
    }

    @Override
    public void endStream() {}

    @Override
    public void endStream(@Nullable List<? extends Header> trailers) {}
  }

  private static final class Nobody implements Transport.Events {
    @Override
    public void agreed() {}

    @Override
    public void sent() {}

    @Override
    public void answered(Transport.Answer answer) {}

    @Override
    public void lost(Exception cause) {}
  }
}
