/** Workers in the JVM of their engine: the same worker class, without a network in between. */
@NamedInterface("embedded")
@NullMarked
package io.flowmaster.worker.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
