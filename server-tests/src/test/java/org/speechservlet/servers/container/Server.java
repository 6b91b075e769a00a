package org.speechservlet.servers.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.speechservlet.servers.process.Command;
import org.speechservlet.servers.process.Jdk;
import org.speechservlet.servers.process.Ports;
import org.speechservlet.servers.process.ServerProcess;

/**
 * One server, beside the tests. Applications are put into its folder and taken out of it; a server
 * that does not look there while it runs is started and stopped instead.
 */
public final class Server implements AutoCloseable {

  private final ServerKind kind;
  private final Jdk jdk;
  private final Path base;
  private final Launch launch;
  private final Map<String, String> environment;
  private final Ports ports = new Ports(RandomGenerator.getDefault());
  private @Nullable ServerProcess process;

  /**
   * Sets it up in a folder of its own below {@code target}, with nothing deployed.
   *
   * @param settings environment variables besides its own
   */
  public Server(ServerKind kind, Jdk jdk, Map<String, String> settings) throws IOException {
    this.kind = kind;
    this.jdk = jdk;
    this.base = Path.of("target/bases", kind.id()).toAbsolutePath();
    FileTree.delete(base);
    Files.createDirectories(base);
    this.launch = kind.layout().prepare(new Plot(kind.home(), base, jdk, ports));
    this.environment = new HashMap<>(launch.environment());
    environment.putAll(settings);
  }

  /**
   * Gives it a file of configuration, in the place of its makers' if they have one there.
   *
   * @param path below its folder
   */
  public void put(String path, String text) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  /** Gives all its applications a library; to be done before it is started. */
  public void share(Path jar) throws IOException {
    Path folder = Files.createDirectories(base.resolve(kind.layout().sharedLibraries()));
    Files.copy(jar, folder.resolve(String.valueOf(jar.getFileName())));
  }

  /** Starts it; it may take a while until it answers. */
  public void start() throws IOException {
    process = ServerProcess.start(launch.start(), base, environment, launch.log());
  }

  /** The process, once it was started. */
  public ServerProcess process() {
    return Objects.requireNonNull(process, "the server was not started");
  }

  /** Where an application of this name is, with a slash at the end. */
  public URI uri(String name) {
    return URI.create("http://127.0.0.1:%d/%s/".formatted(launch.port(), name));
  }

  /** Gives it an application, whole from the first moment on that it sees it. */
  public void deploy(String name, Path war) throws IOException {
    Path arriving = Files.copy(war, base.resolve(name + ".arriving"));
    Files.move(
        arriving, launch.deployments().resolve(name + ".war"), StandardCopyOption.ATOMIC_MOVE);
    if (process != null && !kind.layout().isHotDeploying()) {
      start();
    }
  }

  /** Takes an application away. */
  public void undeploy(String name) throws IOException, InterruptedException {
    Files.delete(launch.deployments().resolve(name + ".war"));
    if (!kind.layout().isHotDeploying()) {
      stop();
    }
  }

  /** Whether an undeployed application leaves a process in which to look for what it left. */
  public boolean outlivesApplications() {
    return kind.layout().isHotDeploying();
  }

  /** What a program of its JDK says of it, such as {@code jcmd <pid> Thread.print}. */
  public String jcmd(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(jdk.program("jcmd"));
    command.add(Long.toString(process().javaPid()));
    command.addAll(List.of(arguments));
    return Command.run(command, base, Map.of());
  }

  /** What it has said up to now, and wrote into its log files. */
  public String log() throws IOException {
    return Files.readString(launch.log());
  }

  /** Ends it in its own way; whether it and all its processes were gone by that. */
  public boolean stop() throws IOException, InterruptedException {
    ServerProcess ending = process();
    if (launch.stop().isEmpty()) {
      ending.interrupt();
    } else {
      Command.run(launch.stop(), base, environment);
    }
    return ending.awaitEnd();
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
    ports.close();
  }
}
