/** Process linking: what a process calls, sends, receives and uses, and what of it is missing. */
@NullMarked
package io.flowmaster.links;

import org.jspecify.annotations.NullMarked;
