/** How the pages are served. */
@NullMarked
package io.flowmaster.workspace.internal;

import org.jspecify.annotations.NullMarked;
