/**
 * Where the drop-in's log goes: to the application's own SLF4J if there is one that leads
 * somewhere, else to {@code java.util.logging}.
 *
 * <p>Two copies of SLF4J are told apart here. The drop-in's own is what this package is compiled
 * against; in the finished JAR it has moved below {@code org.speechservlet.shaded}, with all that
 * refers to it. The application's is known by name alone, since every reference to it would have
 * moved, too, constants among them: its package's name comes from a resource, its methods are
 * called by method handles.
 *
 * <p>Which one it is, is decided once and for the class loader that has loaded this JAR, not for
 * the thread that logs first: a JAR in a server's shared folder serves several web applications,
 * and must neither log for all of them into the one that came first nor keep it from being
 * unloaded.
 */
@NullMarked
package org.speechservlet.logging;

import org.jspecify.annotations.NullMarked;
