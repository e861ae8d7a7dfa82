/** How prompts are kept, rendered and tried. */
@NullMarked
package io.flowmaster.prompts.internal;

import org.jspecify.annotations.NullMarked;
