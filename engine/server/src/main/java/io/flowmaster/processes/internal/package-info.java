/** The catalogue in the database, and publishing to the engine. */
@NullMarked
package io.flowmaster.processes.internal;

import org.jspecify.annotations.NullMarked;
