package org.speechservlet.servers.client;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.speechservlet.servers.process.Command;

/** Chromium without a window, which loads one page and ends. */
public final class HeadlessChromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final String PATIENCE_MILLIS = "10000";

  private final Path program;

  private HeadlessChromium(Path program) {
    this.program = program;
  }

  /** The one on the path of programs; empty where there is none. */
  public static Optional<HeadlessChromium> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(HeadlessChromium::new);
  }

  /** The page as its scripts have made it, as HTML. */
  public String elements(URI page, Path profile) throws IOException, InterruptedException {
    return run(page, profile, List.of("--dump-dom"));
  }

  /** Writes a picture of it, as PNG. */
  public void picture(URI page, Path profile, Path file) throws IOException, InterruptedException {
    run(page, profile, List.of("--window-size=1200,900", "--screenshot=" + file));
  }

  /** The sandbox is not to be had as root in a container; the pages come from this machine. */
  private String run(URI page, Path profile, List<String> options)
      throws IOException, InterruptedException {
    List<String> fixed =
        List.of(
            program.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--user-data-dir=" + profile,
            "--virtual-time-budget=" + PATIENCE_MILLIS);
    List<String> command =
        Stream.of(fixed, options, List.of(page.toString())).flatMap(List::stream).toList();
    return Command.run(command, Path.of("target").toAbsolutePath(), Map.of());
  }
}
