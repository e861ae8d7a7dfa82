/** Running processes: start, watch, steer and repair them, and read what happened. */
@NullMarked
package io.flowmaster.executions;

import org.jspecify.annotations.NullMarked;
