package org.speechservlet.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies of an answer, all of which apply (Content Security Policy Level 3, sections 2.2 and
 * 6.7): as far as it matters to the button.
 *
 * @param policies of each, the sources by the directive's name
 */
record ContentSecurityPolicy(List<Map<String, List<String>>> policies) {
  private static final String NONCE = "'nonce-";

  private static final List<String> SCRIPTS =
      List.of("script-src-elem", "script-src", "default-src");
  private static final List<String> CONNECTIONS = List.of("connect-src", "default-src");

  ContentSecurityPolicy {
    policies = List.copyOf(policies);
  }

  /** Reads header fields, each of which may hold several policies. */
  static ContentSecurityPolicy of(Collection<String> fields) {
    return new ContentSecurityPolicy(
        fields.stream()
            .flatMap(field -> Stream.of(field.split(",", -1)))
            .map(ContentSecurityPolicy::directives)
            .toList());
  }

  private static Map<String, List<String>> directives(String policy) {
    Map<String, List<String>> directives = new TreeMap<>();
    for (String directive : policy.split(";", -1)) {
      List<String> words = new ArrayList<>(Arrays.asList(directive.strip().split("\\s+", -1)));
      directives.putIfAbsent(words.remove(0).toLowerCase(Locale.ROOT), words);
    }
    return directives;
  }

  /** What a script element must carry to be let run, if something. */
  @Nullable String nonce() {
    return policies.stream()
        .flatMap(policy -> sources(policy, SCRIPTS).stream())
        .filter(source -> source.startsWith(NONCE) && source.endsWith("'"))
        .map(source -> source.substring(NONCE.length(), source.length() - 1))
        .findFirst()
        .orElse(null);
  }

  /**
   * What certainly keeps a button from working, as a sentence each; empty if there is nothing.
   * Hosts that a policy names are taken for the page's own.
   */
  List<String> objections() {
    String nonce = nonce();
    List<String> objections = new ArrayList<>();
    if (isRefused(SCRIPTS, sources -> letsScriptsLoad(sources, nonce))) {
      objections.add(
          "its script-src lets no script of this website run: add 'self', or a nonce that this"
              + " filter finds in the policy's header field");
    } else if (isRefused(SCRIPTS, ContentSecurityPolicy::letsWorkletsLoad)) {
      objections.add(
          "its script-src knows a nonce only, which the part of the button that runs on the browser's"
              + " audio thread cannot carry: add 'self'");
    }
    if (isRefused(CONNECTIONS, ContentSecurityPolicy::namesThisSite)) {
      objections.add("its connect-src lets no audio be sent to this website: add 'self'");
    }
    return objections;
  }

  private boolean isRefused(List<String> directives, Predicate<List<String>> permits) {
    return policies.stream()
        .filter(policy -> directives.stream().anyMatch(policy::containsKey))
        .anyMatch(policy -> !permits.test(sources(policy, directives)));
  }

  private static boolean letsScriptsLoad(List<String> sources, @Nullable String nonce) {
    return sources.contains(NONCE + nonce + "'")
        || (!sources.contains("'strict-dynamic'") && namesThisSite(sources));
  }

  /** Their requests have no nonce (CSP Level 3, section 6.7.1.1). */
  private static boolean letsWorkletsLoad(List<String> sources) {
    return sources.contains("'strict-dynamic'") || namesThisSite(sources);
  }

  /** All other words in quotes are no places. */
  private static boolean namesThisSite(List<String> sources) {
    return sources.stream().anyMatch(source -> source.equals("'self'") || !source.startsWith("'"));
  }

  /** Of the first of these directives that the policy has. */
  private static List<String> sources(Map<String, List<String>> policy, List<String> directives) {
    return directives.stream()
        .filter(policy::containsKey)
        .findFirst()
        .map(name -> policy.getOrDefault(name, List.of()))
        .orElse(List.of());
  }
}
