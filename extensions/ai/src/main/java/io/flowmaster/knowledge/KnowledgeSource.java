package io.flowmaster.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text in a collection.
 *
 * @param id never changes
 * @param collection the id of its collection
 * @param title what it is cited as
 * @param key names it from outside: what comes later with the same key takes its place; null when
 *     it has none
 * @param document the document that it was taken from; null when it was a text
 * @param language {@code en}, {@code de}, or {@code und} for any other
 * @param attributes what filters can ask for
 * @param status how far it is
 * @param passages how many passages it has
 * @param prepared how many of them are ready
 * @param cause why it failed; null unless it did
 * @param createdAt when it was brought
 * @param createdBy who brought it
 */
public record KnowledgeSource(
    String id,
    String collection,
    @Schema(example = "Purchasing handbook") String title,
    @Schema(example = "handbook/purchasing") @Nullable String key,
    @Nullable String document,
    @Schema(example = "en") String language,
    @Schema(example = "{\"department\": \"purchasing\"}") Map<String, String> attributes,
    SourceStatus status,
    @Schema(example = "40") int passages,
    @Schema(example = "16") int prepared,
    @Nullable String cause,
    Instant createdAt,
    String createdBy) {}
