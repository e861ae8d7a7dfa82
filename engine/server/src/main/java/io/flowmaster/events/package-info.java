/** The event bus: what happened, kept in order and brought to whoever subscribed to it. */
@NullMarked
package io.flowmaster.events;

import org.jspecify.annotations.NullMarked;
