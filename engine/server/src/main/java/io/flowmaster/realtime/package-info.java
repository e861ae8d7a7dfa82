/** The WebSocket gateway: what happens reaches browsers and other clients at once. */
@NullMarked
package io.flowmaster.realtime;

import org.jspecify.annotations.NullMarked;
