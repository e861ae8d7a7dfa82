/** The catalogue, the platform's own tools, and the way to its API. */
@NullMarked
package io.flowmaster.tools.internal;

import org.jspecify.annotations.NullMarked;
