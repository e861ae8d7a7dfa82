/** How executions are run by the engine and read from its history. */
@NullMarked
package io.flowmaster.executions.internal;

import org.jspecify.annotations.NullMarked;
