/** What is measured: the servlet on its containers, and its peers. */
@NullMarked
package org.speechservlet.benchmarks.target;

import org.jspecify.annotations.NullMarked;
