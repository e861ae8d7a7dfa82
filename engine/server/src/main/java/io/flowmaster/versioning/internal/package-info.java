/** Deprecations in the database; versions are asked of the processes. */
@NullMarked
package io.flowmaster.versioning.internal;

import org.jspecify.annotations.NullMarked;
