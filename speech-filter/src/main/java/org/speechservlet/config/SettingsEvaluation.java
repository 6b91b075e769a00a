package org.speechservlet.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what the places hold for the settings, and makes settings of it. Used once. */
final class SettingsEvaluation {
  private final List<String> problems = new ArrayList<>();
  private final SettingSources sources;
  private final Resolution values;
  private final boolean hasTokenSource;

  SettingsEvaluation(SettingSources sources, boolean hasTokenSource) {
    this.sources = sources;
    this.values = Resolution.of(sources.inOrder(), problems);
    this.hasTokenSource = hasTokenSource;
  }

  /** Returns the settings with what is to be shown of them, or every problem. */
  SettingsReading reading() {
    SpeechSettings settings = evaluate();
    return new SettingsReading(
        KnownSettings.ALL.stream().map(values::line).toList(),
        settings == null
            ? List.of()
            : new SettingsNotes(values, sources.declared()).of(settings, hasTokenSource),
        problems,
        settings);
  }

  /** Returns the settings alone; throws if there is any problem. */
  SpeechSettings read() {
    return reading().require();
  }

  private @Nullable SpeechSettings evaluate() {
    problems.addAll(sources.declared().problems());
    AuthMode mode = values.getOr(KnownSettings.AUTH, AuthMode.TOKEN);
    new CredentialRules(values, problems).check(mode, hasTokenSource);
    LimitRules.check(values, problems);
    boolean needsToken = mode == AuthMode.TOKEN && !hasTokenSource;
    EndpointRules endpointRules = new EndpointRules(values, needsToken, problems);
    Endpoints endpoints = endpointRules.resolve();
    if (endpoints != null && mode != AuthMode.NONE) {
      checkPlainHttp(endpoints);
    }
    if (endpoints == null || !problems.isEmpty()) {
      return null;
    }
    return settings(mode, endpoints, endpointRules.mode());
  }

  private void checkPlainHttp(Endpoints endpoints) {
    if (endpoints.tokenUri() != null) {
      PlainHttpRule.check(values, KnownSettings.TOKEN_URI, endpoints.tokenUri(), problems);
    }
    PlainHttpRule.check(
        values, KnownSettings.RECOGNITION_URI, endpoints.recognitionUri(), problems);
  }

  private SpeechSettings settings(AuthMode authMode, Endpoints endpoints, RecognitionMode mode) {
    return new SpeechSettings(
        auth(authMode, endpoints),
        new RecognitionSettings(
            endpoints.recognitionUri(),
            mode,
            values.require(KnownSettings.LANGUAGE),
            values.getOr(KnownSettings.LANGUAGES, Set.of()),
            values.require(KnownSettings.PROFANITY)),
        new LimitSettings(
            values.require(KnownSettings.MAX_AUDIO_DURATION),
            values.require(KnownSettings.MAX_UPLOAD_BYTES),
            values.require(KnownSettings.MAX_CONCURRENT),
            values.require(KnownSettings.REPLAY_MAX_BYTES),
            values.require(KnownSettings.REPLAY_MAX_TOTAL_BYTES)),
        new ConnectionSettings(
            values.require(KnownSettings.CONNECT_TIMEOUT),
            values.require(KnownSettings.UPLOAD_IDLE_TIMEOUT),
            values.require(KnownSettings.RESPONSE_TIMEOUT),
            values.get(KnownSettings.PROXY)),
        new UserLimitSettings(
            values.getOr(KnownSettings.USER_MAX_CONCURRENT, 0),
            values.get(KnownSettings.USER_AUDIO_PER_HOUR),
            values.get(KnownSettings.USER_AUDIO_PER_DAY),
            values.get(KnownSettings.USER_CACHE)),
        new AccessSettings(
            values.getOr(KnownSettings.ALLOWED_ORIGINS, Set.of()),
            values.get(KnownSettings.REQUIRED_ROLE),
            values.get(KnownSettings.ADMIN_ROLE),
            values.getOr(KnownSettings.TRUSTED_PROXIES, List.of())),
        values.getOr(KnownSettings.UPLOAD_ROUTE, ""),
        values.require(KnownSettings.AUDIT_LOG));
  }

  private AuthSettings auth(AuthMode mode, Endpoints endpoints) {
    return new AuthSettings(
        mode,
        endpoints.tokenUri(),
        keySetting(KnownSettings.KEY, KnownSettings.KEY_FILE),
        keySetting(KnownSettings.SECONDARY_KEY, KnownSettings.SECONDARY_KEY_FILE),
        values.require(KnownSettings.RENEW_AFTER));
  }

  private @Nullable KeySetting keySetting(Setting<String> text, Setting<Path> file) {
    String key = values.get(text);
    if (key != null) {
      return new KeySetting.Text(key);
    }
    Path path = values.get(file);
    return path == null ? null : new KeySetting.File(path);
  }
}
