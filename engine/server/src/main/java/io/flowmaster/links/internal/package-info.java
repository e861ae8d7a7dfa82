/** How links are found. */
@NullMarked
package io.flowmaster.links.internal;

import org.jspecify.annotations.NullMarked;
