/** Channels as server-sent events. */
@NullMarked
package io.flowmaster.realtime.web;

import org.jspecify.annotations.NullMarked;
