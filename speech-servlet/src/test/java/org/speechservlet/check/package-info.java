@NullMarked
package org.speechservlet.check;

import org.jspecify.annotations.NullMarked;
