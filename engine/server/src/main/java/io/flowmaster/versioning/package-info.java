/** The versions of a process side by side: what changed, what is deprecated, and the way back. */
@NullMarked
package io.flowmaster.versioning;

import org.jspecify.annotations.NullMarked;
