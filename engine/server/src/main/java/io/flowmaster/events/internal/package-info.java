/** Keeps events in tables and delivers them from there. */
@NullMarked
package io.flowmaster.events.internal;

import org.jspecify.annotations.NullMarked;
