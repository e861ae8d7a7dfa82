package io.flowmaster.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** What the data of events look like: the platform's own types and those of the current tenant. */
public interface EventSchemas {

  /**
   * Registers the first or next version for a type.
   *
   * @throws InvalidSchema when it is none, refers to itself or to elsewhere, or is too large
   * @throws SchemaIncompatible when the former version accepts what this one refuses
   */
  EventSchema register(String type, JsonNode schema, EventSchema.Compatibility compatibility);

  /** The newest version of each type, by type; first the platform's, then the tenant's. */
  Page<EventSchema> search(EventSchema.@Nullable Owner owner, PageQuery page);

  /**
   * @param version null for the newest
   * @throws SchemaNotFound when there is none
   */
  EventSchema get(String type, @Nullable Integer version);

  /** An AsyncAPI 3.0 document of everything that a subscriber in this tenant can receive. */
  ObjectNode asyncApi();
}
