/** Prompts: what language models are told, in versions that can be compared, tested and tried. */
@NullMarked
package io.flowmaster.prompts;

import org.jspecify.annotations.NullMarked;
