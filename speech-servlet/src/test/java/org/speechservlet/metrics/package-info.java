@NullMarked
package org.speechservlet.metrics;

import org.jspecify.annotations.NullMarked;
