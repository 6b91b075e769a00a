package org.speechservlet.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every setting there is, with its bounds and its default. */
final class KnownSettings {
  static final Setting<String> REGION = Setting.of("region", TextFormats.region());
  static final Setting<Cloud> CLOUD =
      Setting.of("cloud", TextFormats.choice(Cloud.class), "public");
  static final Setting<String> RESOURCE_NAME =
      Setting.of("resource-name", TextFormats.resourceName());
  static final Setting<URI> TOKEN_URI = Setting.of("token-uri", AddressFormats.uri());
  static final Setting<URI> RECOGNITION_URI = Setting.of("recognition-uri", AddressFormats.uri());

  static final Setting<AuthMode> AUTH =
      Setting.of("auth", TextFormats.choice(AuthMode.class), "token");
  static final Setting<String> KEY = Setting.secret("key", TextFormats.key());
  static final Setting<String> SECONDARY_KEY = Setting.secret("secondary-key", TextFormats.key());
  static final Setting<Path> KEY_FILE = Setting.of("key-file", TextFormats.file());
  static final Setting<Path> SECONDARY_KEY_FILE =
      Setting.of("secondary-key-file", TextFormats.file());
  static final Setting<Duration> RENEW_AFTER =
      Setting.of(
          "token.renew-after",
          NumberFormats.duration(Duration.ofSeconds(5), Duration.ofHours(24)),
          "PT6M");

  static final Setting<String> LANGUAGE = Setting.of("language", TextFormats.language(), "en-US");
  static final Setting<Set<String>> LANGUAGES = Setting.of("languages", TextFormats.languages());
  static final Setting<RecognitionMode> MODE =
      Setting.of("mode", TextFormats.choice(RecognitionMode.class), "conversation");
  static final Setting<Profanity> PROFANITY =
      Setting.of("profanity", TextFormats.choice(Profanity.class), "masked");

  static final Setting<Duration> MAX_AUDIO_DURATION =
      Setting.of(
          "max-audio-duration",
          NumberFormats.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
          "PT60S");
  static final Setting<Long> MAX_UPLOAD_BYTES =
      Setting.of(
          "max-upload-bytes",
          NumberFormats.bytes(NumberFormats.KIB, 1024 * NumberFormats.GIB),
          "16MiB");
  static final Setting<Integer> MAX_CONCURRENT =
      Setting.of("max-concurrent", NumberFormats.count(1, 1_000_000), "10000");
  static final Setting<Long> REPLAY_MAX_BYTES =
      Setting.of("replay.max-bytes", NumberFormats.bytes(0, 64 * NumberFormats.MIB), "256KiB");
  static final Setting<Long> REPLAY_MAX_TOTAL_BYTES =
      Setting.of("replay.max-total-bytes", NumberFormats.bytes(0, 64 * NumberFormats.GIB), "16MiB");

  static final Setting<Integer> USER_MAX_CONCURRENT =
      Setting.of("user.max-concurrent", NumberFormats.count(1, 1_000_000));
  static final Setting<Duration> USER_AUDIO_PER_HOUR =
      Setting.of("user.audio-per-hour", audioOfOneUser());
  static final Setting<Duration> USER_AUDIO_PER_DAY =
      Setting.of("user.audio-per-day", audioOfOneUser());
  static final Setting<String> USER_CACHE = Setting.of("user.cache", TextFormats.cache());

  static final Setting<Duration> CONNECT_TIMEOUT =
      Setting.of("connect-timeout", timeout(Duration.ofMinutes(2)), "PT5S");
  static final Setting<Duration> UPLOAD_IDLE_TIMEOUT =
      Setting.of("upload-idle-timeout", timeout(Duration.ofMinutes(10)), "PT20S");
  static final Setting<Duration> RESPONSE_TIMEOUT =
      Setting.of("response-timeout", timeout(Duration.ofMinutes(10)), "PT30S");

  static final Setting<Set<String>> ALLOWED_ORIGINS =
      Setting.of("allowed-origins", AddressFormats.origins());
  static final Setting<String> UPLOAD_ROUTE = Setting.of("upload-route", TextFormats.route());
  static final Setting<String> REQUIRED_ROLE =
      Setting.of("required-role", TextFormats.roleOrAnyLogin());
  static final Setting<String> ADMIN_ROLE = Setting.of("admin-role", TextFormats.role());
  static final Setting<List<AddressRange>> TRUSTED_PROXIES =
      Setting.of("trusted-proxies", AddressFormats.ranges());
  static final Setting<Boolean> AUDIT_LOG = Setting.of("audit-log", TextFormats.flag(), "false");
  static final Setting<Boolean> ALLOW_PLAIN_HTTP =
      Setting.of("allow-plain-http", TextFormats.flag(), "false");
  static final Setting<ProxyAddress> PROXY = Setting.of("proxy", AddressFormats.proxy());

  /** All of them, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(
          REGION,
          CLOUD,
          RESOURCE_NAME,
          TOKEN_URI,
          RECOGNITION_URI,
          AUTH,
          KEY,
          SECONDARY_KEY,
          KEY_FILE,
          SECONDARY_KEY_FILE,
          RENEW_AFTER,
          LANGUAGE,
          LANGUAGES,
          MODE,
          PROFANITY,
          MAX_AUDIO_DURATION,
          MAX_UPLOAD_BYTES,
          MAX_CONCURRENT,
          REPLAY_MAX_BYTES,
          REPLAY_MAX_TOTAL_BYTES,
          USER_MAX_CONCURRENT,
          USER_AUDIO_PER_HOUR,
          USER_AUDIO_PER_DAY,
          USER_CACHE,
          CONNECT_TIMEOUT,
          UPLOAD_IDLE_TIMEOUT,
          RESPONSE_TIMEOUT,
          ALLOWED_ORIGINS,
          UPLOAD_ROUTE,
          REQUIRED_ROLE,
          ADMIN_ROLE,
          TRUSTED_PROXIES,
          AUDIT_LOG,
          ALLOW_PLAIN_HTTP,
          PROXY);

  private KnownSettings() {}

  private static ValueFormat<Duration> audioOfOneUser() {
    return NumberFormats.duration(Duration.ofSeconds(10), Duration.ofDays(1000));
  }

  private static ValueFormat<Duration> timeout(Duration most) {
    return NumberFormats.duration(Duration.ofMillis(100), most);
  }
}
