package io.flowmaster.worker.internal;

import java.util.List;

/** Where handlers come from. */
interface TopicHandlers {
  List<TopicHandler> all();
}
