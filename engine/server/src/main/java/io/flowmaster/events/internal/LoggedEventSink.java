package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.EventSink;

/** A target that passes events on as they are, with all their attributes. */
interface LoggedEventSink extends EventSink {

  /** Delivers one as {@link EventSink#deliver} says. */
  void deliver(ObjectNode settings, LoggedEvent event);

  @Override
  default void deliver(ObjectNode settings, BusEvent event) {
    throw new UnsupportedOperationException("it takes whole events");
  }
}
