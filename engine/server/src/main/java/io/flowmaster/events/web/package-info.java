/** The event bus over REST. */
@NullMarked
package io.flowmaster.events.web;

import org.jspecify.annotations.NullMarked;
