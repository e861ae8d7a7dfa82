/** How the shared kernel works; nobody else's business. */
@NullMarked
package io.flowmaster.platform.internal;

import org.jspecify.annotations.NullMarked;
