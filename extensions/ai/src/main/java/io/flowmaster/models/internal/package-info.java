/** How the language models are reached, routed, guarded and metered. */
@NullMarked
package io.flowmaster.models.internal;

import org.jspecify.annotations.NullMarked;
