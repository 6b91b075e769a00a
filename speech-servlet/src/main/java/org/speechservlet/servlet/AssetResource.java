package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that the servlet itself serves: the dictation button for any page, the page to try it,
 * and what they need.
 *
 * <p>Each has a strong entity tag made of its content. What has a version in its path may be kept
 * by browsers for ever; all else is asked for again each time, so that an update of the application
 * never meets an old script. Thread-safe.
 */
final class AssetResource {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

  private static final String SCRIPT = "text/javascript;charset=UTF-8";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final Pattern MODULE =
      Pattern.compile("/dictation/(?<version>[0-9a-f]{32})/(?<name>[a-z0-9-]+\\.js)");

  private static final String PAGE = "/";

  private final CrossSitePolicy crossSitePolicy;
  private final TryItPage page;
  private final Map<String, Asset> files;
  private final Map<String, Asset> modules = new HashMap<>();
  private final String version;

  /**
   * @param adminRole whose users see that they may check the installation; null if nobody may
   */
  AssetResource(CrossSitePolicy crossSitePolicy, @Nullable String adminRole) {
    this.crossSitePolicy = crossSitePolicy;
    this.page = new TryItPage(adminRole);
    DictationModules dictation = new DictationModules(Asset::read);
    version = dictation.version();
    dictation.modules().forEach((name, content) -> modules.put(name, new Asset(SCRIPT, content)));
    files =
        Map.of(
            "/try-it-check.js", Asset.load("try-it-check.js", SCRIPT),
            "/try-it-send.js", Asset.load("try-it-send.js", SCRIPT),
            "/try-it.css", Asset.load("try-it.css", "text/css;charset=UTF-8"),
            "/dictation.js", new Asset(SCRIPT, dictation.entry()),
            "/dictation.d.ts", Asset.load("dictation.d.ts", "text/plain;charset=UTF-8"));
  }

  boolean has(String path) {
    return path.equals(PAGE) || find(path) != null;
  }

  /**
   * While nodes of a cluster are updated one after the other, a browser may ask a node for the
   * modules of another version. It gets what is there, since a button that may work is better than
   * none, but may not keep it.
   */
  private @Nullable Asset find(String path) {
    Matcher module = MODULE.matcher(path);
    return module.matches() ? modules.get(module.group("name")) : files.get(path);
  }

  private String cacheControl(String path) {
    Matcher module = MODULE.matcher(path);
    if (module.matches() && module.group("version").equals(version)) {
      return FOR_EVER;
    }
    return path.equals(PAGE) ? "private, no-cache" : "no-cache";
  }

  void handle(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Asset asset = path.equals(PAGE) ? page.shownTo(request) : find(path);
    if (asset == null) {
      throw new IllegalArgumentException("no asset at " + path);
    }
    response.setHeader("ETag", asset.entityTag());
    response.setHeader("Cache-Control", cacheControl(path));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", POLICY);
    allowOrigin(request, response);
    if (matches(request.getHeader("If-None-Match"), asset.entityTag())) {
      response.setStatus(304);
      return;
    }
    byte[] content = asset.content();
    response.setContentType(asset.contentType());
    response.setContentLength(content.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(content);
    }
  }

  /**
   * Pages of an allowed origin load the modules from here; a module is always fetched with CORS.
   */
  private void allowOrigin(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Vary", "Origin");
    String origin = crossSitePolicy.allowedOrigin(request);
    if (origin != null) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
    }
  }

  /** RFC 9110, section 13.1.2: weak comparison with each tag of the list. */
  private static boolean matches(@Nullable String ifNoneMatch, String entityTag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String tag : ifNoneMatch.split(",", -1)) {
      String bare = tag.strip();
      if (bare.equals("*") || bare.equals(entityTag) || bare.equals("W/" + entityTag)) {
        return true;
      }
    }
    return false;
  }
}
