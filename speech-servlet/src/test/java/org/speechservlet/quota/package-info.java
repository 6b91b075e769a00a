@NullMarked
package org.speechservlet.quota;

import org.jspecify.annotations.NullMarked;
