/** How the inbox is kept: the read model, its one writer, and the work on tasks. */
@NullMarked
package io.flowmaster.tasks.internal;

import org.jspecify.annotations.NullMarked;
