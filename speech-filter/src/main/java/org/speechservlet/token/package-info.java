/** What stands between a subscription key and an authorization header. */
@NullMarked
package org.speechservlet.token;

import org.jspecify.annotations.NullMarked;
