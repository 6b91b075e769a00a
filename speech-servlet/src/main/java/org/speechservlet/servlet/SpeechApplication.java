package org.speechservlet.servlet;

import jakarta.servlet.ServletContext;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.speechservlet.audio.AudioLimits;
import org.speechservlet.audio.ResamplerFilters;
import org.speechservlet.config.ConnectionSettings;
import org.speechservlet.config.LimitSettings;
import org.speechservlet.config.ProxyAddress;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.quota.AudioQuota;
import org.speechservlet.quota.AudioQuotas;
import org.speechservlet.token.SpeechContext;
import org.speechservlet.upstream.CredentialSource;
import org.speechservlet.upstream.SystemTimers;
import org.speechservlet.upstream.Timers;
import org.speechservlet.upstream.UpstreamClient;
import org.speechservlet.upstream.UpstreamOptions;

/** What the resources of one servlet share. Immutable; its parts are thread-safe. */
record SpeechApplication(
    SpeechSettings settings,
    CredentialSource credentials,
    UpstreamClient upstream,
    Timers timers,
    AdmissionControl admission,
    RecognitionTotals totals,
    AuditTrail audit,
    CrossSitePolicy crossSitePolicy,
    @Nullable AudioQuota quota,
    UploadRegistry uploads,
    ResamplerFilters filters,
    ReadBuffers buffers) {

  /** How much slower than speech an upload may be: a minute of PCM needs 64 kbit/s. */
  private static final int SLOWEST_UPLOAD = 4;

  /**
   * Makes what the settings ask for.
   *
   * @throws IllegalStateException if something of the application's own that they name is not
   *     there; the message is for an operator, and nothing was started
   */
  static SpeechApplication open(
      SpeechContext.Lease lease, ServletContext context, SystemTimers timers) {
    SpeechSettings settings = lease.settings();
    String name = context.getContextPath();
    Clock clock = Clock.systemUTC();
    AuditTrail audit = new AuditTrail(AuditTrail.listenerOf(context), settings.auditLog(), clock);
    AudioQuota quota =
        AudioQuotas.open(
            settings.userLimits(),
            context.getClassLoader(),
            clock,
            (delay, task) -> timers.schedule(delay, task)::cancel,
            "speech-quota " + name);
    return new SpeechApplication(
        settings,
        new TokenCredentials(lease.tokens()),
        new UpstreamClient(upstreamOptions(settings, name), timers, clock, new SecureRandom()),
        timers,
        new AdmissionControl(
            settings.limits().maxConcurrent(), settings.userLimits().maxConcurrent()),
        new RecognitionTotals(),
        audit,
        new CrossSitePolicy(settings.access().allowedOrigins()),
        quota,
        new UploadRegistry(new UploadAnswers(settings.limits().maxUploadBytes()), timers),
        new ResamplerFilters(),
        new ReadBuffers());
  }

  private static UpstreamOptions upstreamOptions(SpeechSettings settings, String name) {
    ConnectionSettings connection = settings.connection();
    LimitSettings limits = settings.limits();
    ProxyAddress proxy = connection.proxy();
    return new UpstreamOptions(
        settings.recognition().uri(),
        proxy == null ? null : InetSocketAddress.createUnresolved(proxy.host(), proxy.port()),
        connection.connectTimeout(),
        connection.responseTimeout(),
        limits.maxConcurrent(),
        Math.toIntExact(limits.replayMaxBytes()),
        limits.replayMaxTotalBytes(),
        Runtime.getRuntime().availableProcessors(),
        "speech-upstream " + name);
  }

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

  RolePolicy rolePolicy() {
    return new RolePolicy(settings.access().requiredRole());
  }

  AudioLimits audioLimits() {
    return new AudioLimits(settings.limits().maxAudioDuration());
  }

  /** Ends what was started: connections, threads, a cache. */
  void close() {
    upstream.close();
    if (quota != null) {
      quota.close();
    }
  }
}
