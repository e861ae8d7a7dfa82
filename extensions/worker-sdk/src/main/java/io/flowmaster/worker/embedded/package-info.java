/** Workers in the JVM of their engine: the same worker class, without a network in between. */
@NullMarked
package io.flowmaster.worker.embedded;

import org.jspecify.annotations.NullMarked;
