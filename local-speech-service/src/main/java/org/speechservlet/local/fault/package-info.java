/**
 * Faults on demand: what goes wrong, where, when and how often. Pure state; the HTTP side of the
 * service asks it and acts.
 */
@NullMarked
package org.speechservlet.local.fault;

import org.jspecify.annotations.NullMarked;
