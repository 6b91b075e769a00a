package org.speechservlet.servlet;

import org.speechservlet.audio.AudioLimits;
import org.speechservlet.audio.ResamplerFilters;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.upstream.CredentialSource;
import org.speechservlet.upstream.Timers;
import org.speechservlet.upstream.UpstreamClient;

/** What the resources of one servlet share. Immutable; its parts are thread-safe. */
record SpeechApplication(
    SpeechSettings settings,
    CredentialSource credentials,
    UpstreamClient upstream,
    Timers timers,
    AdmissionControl admission,
    RecognitionTotals totals,
    CrossSitePolicy crossSitePolicy,
    UploadRegistry uploads,
    ResamplerFilters filters,
    ReadBuffers buffers) {

  /** How much slower than speech an upload may be: a minute of PCM needs 64 kbit/s. */
  private static final int SLOWEST_UPLOAD = 4;

  CrossOriginFields crossOriginFields() {
    return new CrossOriginFields(crossSitePolicy);
  }

  ExchangeLimits exchangeLimits() {
    return new ExchangeLimits(
        settings.limits().maxUploadBytes(),
        settings.connection().uploadIdleTimeout(),
        settings
            .limits()
            .maxAudioDuration()
            .multipliedBy(SLOWEST_UPLOAD)
            .plus(settings.connection().uploadIdleTimeout()));
  }

  AudioLimits audioLimits() {
    return new AudioLimits(settings.limits().maxAudioDuration());
  }
}
