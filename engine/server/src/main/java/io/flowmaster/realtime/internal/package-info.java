/** Connections, and what they are told. */
@NullMarked
package io.flowmaster.realtime.internal;

import org.jspecify.annotations.NullMarked;
