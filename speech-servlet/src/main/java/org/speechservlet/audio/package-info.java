/** Internal. Bytes in, bytes out: the containers and sample formats that speech arrives in. */
@NullMarked
package org.speechservlet.audio;

import org.jspecify.annotations.NullMarked;
