/** How knowledge is kept, indexed, found and answered from. */
@NullMarked
package io.flowmaster.knowledge.internal;

import org.jspecify.annotations.NullMarked;
