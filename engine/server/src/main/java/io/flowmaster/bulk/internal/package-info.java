/** Works bulk jobs off, on whichever node is free. */
@NullMarked
package io.flowmaster.bulk.internal;

import org.jspecify.annotations.NullMarked;
