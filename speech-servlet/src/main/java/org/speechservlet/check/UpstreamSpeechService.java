package org.speechservlet.check;

import java.net.InetSocketAddress;
import java.util.UUID;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.config.ConnectionSettings;
import org.speechservlet.config.ProxyAddress;
import org.speechservlet.config.RecognitionSettings;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.upstream.CredentialSource;
import org.speechservlet.upstream.Recognition;
import org.speechservlet.upstream.RecognitionQuery;
import org.speechservlet.upstream.RecognitionRequest;
import org.speechservlet.upstream.UpstreamClient;
import org.speechservlet.upstream.UpstreamOptions;

/**
 * The Speech API, over a connection that is opened for one recognition and closed after it, with
 * all threads that it needs: dictations that go on meanwhile share nothing with it.
 */
final class UpstreamSpeechService implements SpeechService {
  private static final int REPLAY_BYTES = 256 * 1024;

  private final SpeechSettings settings;
  private final String name;
  private final CheckMeans means;
  private final Cut cut;

  UpstreamSpeechService(SpeechSettings settings, String name, CheckMeans means, Cut cut) {
    this.settings = settings;
    this.name = name;
    this.means = means;
    this.cut = cut;
  }

  @Override
  public Outcome recognize(CredentialSource credentials) throws Cut.CutException {
    TaskLoop loop = new TaskLoop();
    SentenceReader reader = new SentenceReader(means.timers());
    try (UpstreamClient client =
        new UpstreamClient(options(), means.timers(), means.clock(), means.random())) {
      Recognition recognition = client.recognition(request(), credentials, loop, reader);
      cut.whenHappens(() -> loop.execute(recognition::cancel));
      loop.execute(() -> reader.start(recognition));
      loop.runUntil(() -> reader.outcome() != null || cut.hasHappened());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Outcome outcome = reader.outcome();
    if (outcome == null) {
      throw new Cut.CutException();
    }
    return outcome;
  }

  private RecognitionRequest request() {
    RecognitionSettings recognition = settings.recognition();
    String id = UUID.randomUUID().toString().replace("-", "");
    RecognitionQuery query =
        new RecognitionQuery(
            recognition.language(), "simple", recognition.profanity().parameterValue());
    return new RecognitionRequest(
        query.applyTo(recognition.uri(), id), id, UpstreamFormat.WAV_PCM_16K);
  }

  private UpstreamOptions options() {
    ConnectionSettings connection = settings.connection();
    ProxyAddress proxy = connection.proxy();
    return new UpstreamOptions(
        settings.recognition().uri(),
        proxy == null ? null : InetSocketAddress.createUnresolved(proxy.host(), proxy.port()),
        connection.connectTimeout(),
        connection.responseTimeout(),
        1,
        REPLAY_BYTES,
        REPLAY_BYTES,
        1,
        "speech-check-upstream " + name);
  }
}
