package org.speechservlet.servers.container;

import java.nio.file.Path;
import org.speechservlet.servers.process.Jdk;
import org.speechservlet.servers.process.Ports;

/**
 * What a server is set up with.
 *
 * @param home the unpacked distribution
 * @param base an empty folder of its own
 * @param jdk its Java
 * @param ports where it takes its ports from
 */
record Plot(Path home, Path base, Jdk jdk, Ports ports) {}
