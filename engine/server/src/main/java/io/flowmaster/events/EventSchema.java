package io.flowmaster.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the data of events of a type look like.
 *
 * @param type the events' type
 * @param version counts up from 1
 * @param owner who gives out such events
 * @param compatibility what the version had to keep when it was registered
 * @param schema JSON Schema (draft 2020-12)
 * @param createdBy id of who registered it; null for the platform's own
 * @param createdAt when it was registered; null for the platform's own
 */
public record EventSchema(
    @Schema(example = "com.example.invoice.paid") String type,
    @Schema(example = "1") int version,
    Owner owner,
    Compatibility compatibility,
    @Schema(implementation = Object.class) JsonNode schema,
    @Nullable String createdBy,
    @Nullable Instant createdAt) {

  /** Who gives out events of a type. */
  public enum Owner {
    /** The platform: nobody else can publish them. */
    PLATFORM,
    /** Whoever in the tenant may publish events. */
    TENANT
  }

  /** What a new version has to keep. */
  public enum Compatibility {
    /** What the former version accepts is accepted by the new one, too. */
    BACKWARD,
    /** Nothing. */
    NONE
  }
}
