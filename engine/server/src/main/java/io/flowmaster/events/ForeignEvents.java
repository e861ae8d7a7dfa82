package io.flowmaster.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Events that others publish on the bus. */
public interface ForeignEvents {

  /**
   * Takes events in, all or none. One that came before from its source with its id is accepted
   * again and told once.
   *
   * @param events as CloudEvents 1.0 writes them in JSON
   * @return their ids
   * @throws InvalidEvent when one is none, has a type or a source of the platform's own, or does
   *     not fit the schema of its type
   */
  List<String> accept(List<JsonNode> events);
}
