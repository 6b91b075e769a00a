package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How the makers of a server want it set up beside its unpacked files, which stay as they are. */
interface Distribution {

  /** Sets it up in the plot's folder. */
  Launch prepare(Plot plot) throws IOException;

  /** What of the folder that the build has filled is the server. */
  default Path home(Path unpacked) throws IOException {
    return FileTree.onlyFolderIn(unpacked);
  }

  /** The folder below its own one whose JARs all applications see. */
  default String sharedLibraries() {
    throw new UnsupportedOperationException("No folder for shared libraries is known of " + this);
  }

  /** What of the server itself holds on to an undeployed application, where something does. */
  default Optional<String> keepsInMind() {
    return Optional.empty();
  }

  /** The largest body in bytes that it lets through as it is set up by its makers. */
  default long maxBodyBytes() {
    return Long.MAX_VALUE;
  }

  /** Whether it takes up and lets go of applications while it runs. */
  default boolean isHotDeploying() {
    return true;
  }
}
