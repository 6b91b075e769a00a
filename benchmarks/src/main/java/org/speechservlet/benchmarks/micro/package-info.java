/** What the servlet does for each piece of audio and each request, alone, by JMH. */
@NullMarked
package org.speechservlet.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
