package org.speechservlet.config;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.naming.InitialContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings of a web application from all places, checks them, and logs them once.
 * Confined to one thread.
 */
public final class SettingsReader {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

  private final List<String> problems = new ArrayList<>();
  private final SettingSources sources;
  private final Resolution values;
  private final boolean hasTokenSource;

  SettingsReader(SettingSources sources, boolean hasTokenSource) {
    this.sources = sources;
    this.values = Resolution.of(sources.inOrder(), problems);
    this.hasTokenSource = hasTokenSource;
  }

  /**
   * Reads the settings of a web application. The order in which its filters, servlets and listeners
   * start does not matter, as the init-params of all of them are read.
   *
   * @param context the web application
   * @param hasTokenSource whether it brings a token source of its own, so that no key is needed
   * @return its settings
   * @throws SettingsException naming every problem, if there is any
   * @throws UnsupportedOperationException if this context does not show its filters and servlets,
   *     as it is with one that a listener added by program is given
   */
  public static SpeechSettings read(ServletContext context, boolean hasTokenSource) {
    SettingSources sources =
        SettingSources.of(
            System::getProperty,
            System::getenv,
            InitialContext::doLookup,
            DeploymentScan.of(context));
    SettingsReader reader = new SettingsReader(sources, hasTokenSource);
    SpeechSettings settings = reader.read();
    LOG.info("{}", reader.report(settings));
    return settings;
  }

  static SpeechSettings read(Map<String, String> values) {
    List<Declaration> declarations = new ArrayList<>();
    values.forEach(
        (name, text) ->
            declarations.add(new Declaration(name, text, "\"" + name + "\" of the given map")));
    DeclaredParameters declared = new DeclaredParameters(List.of(), declarations);
    List<SettingSource> inOrder = List.of(declared::findContextParam);
    return new SettingsReader(new SettingSources(inOrder, declared), false).read();
  }

  SpeechSettings read() {
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
      throw new SettingsException(problems);
    }
    return settings(mode, endpoints, endpointRules.mode());
  }

  String report(SpeechSettings settings) {
    return new SettingsReport(values).of(settings, hasTokenSource);
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
        values.getOr(KnownSettings.ALLOWED_ORIGINS, Set.of()),
        values.getOr(KnownSettings.UPLOAD_ROUTE, ""));
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
