package io.flowmaster.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set of sources with the same readers.
 *
 * @param id never changes
 * @param name one in the tenant
 * @param description what is in it
 * @param access who may read it; null for who may not change it
 * @param sources how many it has
 * @param createdBy who made it
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 */
public record KnowledgeCollection(
    String id,
    @Schema(example = "Handbook") String name,
    @Schema(example = "What everybody should know") @Nullable String description,
    @Nullable CollectionAccess access,
    @Schema(example = "12") long sources,
    String createdBy,
    Instant updatedAt,
    String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {}
