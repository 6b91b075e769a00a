/**
 * As much of HTTP/1.1 (RFC 9112) as the stand-ins on both sides of a target need, without blocking.
 */
@NullMarked
package org.speechservlet.benchmarks.http;

import org.jspecify.annotations.NullMarked;
