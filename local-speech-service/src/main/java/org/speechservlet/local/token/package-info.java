/** Access tokens as the Speech API's token service issues them: JWTs signed with HS256. */
@NullMarked
package org.speechservlet.local.token;

import org.jspecify.annotations.NullMarked;
