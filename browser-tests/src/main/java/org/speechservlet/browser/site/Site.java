package org.speechservlet.browser.site;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Faults;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The example's WAR as it was packaged, on Jetty, with a Speech API on loopback whose faults can be
 * set. Beside it lie, at {@code /pages/}, the pages of this module, at {@code /desk}, the same
 * application with pages of others, and at {@code /office}, behind Spring Security's protection
 * against forged requests.
 */
public final class Site implements AutoCloseable {

  private static final Path WAR = Path.of("../example-webapp/target/example-webapp.war");

  private static final String DESK = "/desk";

  private static final String OFFICE = "/office";

  /** Who may check the installation of the office. */
  public static final String ADMIN_ROLE = "speech-admin";

  /** The WAR lives on what it brings, as in any container. */
  private static final String[] HIDDEN_FROM_PORTAL = {
    "org.speechservlet.", "org.apache.hc.", "org.slf4j.", "jakarta.json.", "org.eclipse.parsson."
  };

  private final LocalSpeechService speech;
  private final Server server;

  private Site(LocalSpeechService speech, Server server) {
    this.speech = speech;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param engine is closed with it
   * @param faults what goes wrong from the beginning
   */
  public static Site start(SpeechEngine engine, Fault... faults) throws Exception {
    if (!Files.isRegularFile(WAR)) {
      throw new IllegalStateException(
          "There is no %s. Build it with: mvn package".formatted(WAR.toAbsolutePath().normalize()));
    }
    LocalSpeechService speech =
        LocalSpeechService.start(LocalSpeechOptions.defaults().withPort(0), engine);
    List.of(faults).forEach(speech.faults()::add);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new ContextHandlerCollection(
            pages(), desk(speech), office(speech), portal(speech, faults.length > 0)));
    server.start();
    return new Site(speech, server);
  }

  private static WebAppContext portal(LocalSpeechService speech, boolean isBroken) {
    WebAppContext portal = application("/", speech);
    if (isBroken) {
      // Else it waits for half a minute until it says so.
      portal.setInitParameter("speech.response-timeout", "PT5S");
    }
    return portal;
  }

  /** The portal once more, with pages that know nothing of dictation, and the filter for them. */
  private static WebAppContext desk(LocalSpeechService speech) {
    WebAppContext desk = application(DESK, speech);
    desk.setOverrideDescriptor(
        Objects.requireNonNull(Site.class.getResource("button.xml"), "button.xml").toString());
    desk.addServlet(new ServletHolder(new DeskPages()), DeskPages.MAPPING);
    return desk;
  }

  /** The portal once more, where what changes something needs a token of the session. */
  private static WebAppContext office(LocalSpeechService speech) {
    WebAppContext office = application(OFFICE, speech);
    office.setInitParameter("speech.admin-role", ADMIN_ROLE);
    office.addServlet(new ServletHolder(new OfficePages()), OfficePages.MAPPING);
    List.of(new CsrfFilter(new HttpSessionCsrfTokenRepository()), new SessionRole())
        .forEach(
            filter -> {
              FilterHolder holder = new FilterHolder(filter);
              holder.setAsyncSupported(true);
              office.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
            });
    return office;
  }

  private static WebAppContext application(String path, LocalSpeechService speech) {
    WebAppContext portal = new WebAppContext(WAR.toString(), path);
    portal.setThrowUnavailableOnStartupException(true);
    portal.getHiddenClassMatcher().add(HIDDEN_FROM_PORTAL);
    Map.of(
            "speech.token-uri", speech.tokenUri().toString(),
            "speech.recognition-uri", speech.recognitionUri().toString(),
            "speech.key", "any")
        .forEach(portal::setInitParameter);
    return portal;
  }

  private static ContextHandler pages() {
    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(
        ResourceFactory.root()
            .newResource(Objects.requireNonNull(Site.class.getResource("/pages/"), "pages")));
    files.setDirAllowed(false);
    return new ContextHandler(files, "/pages");
  }

  /** The portal's address, ending in a slash; a trustworthy origin for browsers. */
  public URI uri() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getURI().getPort()));
  }

  /**
   * One of the pages that know nothing of dictation, in the folder {@code desk} of this module.
   *
   * @param policy its Content-Security-Policy; empty for none
   */
  public URI deskPage(String name, String policy) {
    return uri().resolve(DeskPages.path(DESK, name, policy));
  }

  /** One of the pages behind Spring Security, in the folder {@code office} of this module. */
  public URI officePage(String name) {
    return uri().resolve(OFFICE + OfficePages.MAPPING.replace("*", name));
  }

  /**
   * The page to try it behind Spring Security.
   *
   * @see #ADMIN_ROLE
   */
  public URI officeTryItPage() {
    return uri().resolve(OFFICE + "/speech/");
  }

  /** What is to go wrong in the Speech API. */
  public Faults faults() {
    return speech.faults();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server at " + uri() + " does not stop", e);
    } finally {
      speech.close();
    }
  }
}
