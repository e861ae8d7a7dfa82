package io.flowmaster.integrations;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A way to reach other systems.
 *
 * @param id as integrations and models name it
 * @param name the name to show
 * @param description what it does, in a sentence or two
 * @param kind where it comes from
 * @param verb what it does, in one word
 * @param group whose or what sort of system it reaches
 * @param configurationSchema JSON Schema (2020-12) of what is said once for all calls; a member
 *     with {@code writeOnly} is a secret and takes only {@code {{secrets.NAME}}}
 * @param inputSchema JSON Schema (2020-12) of what is said with each call
 */
public record ConnectorView(
    @Schema(example = "http") String id,
    @Schema(example = "HTTP request") String name,
    String description,
    ConnectorKind kind,
    ConnectorVerb verb,
    @Schema(example = "Web") String group,
    @Schema(type = "object") JsonNode configurationSchema,
    @Schema(type = "object") JsonNode inputSchema) {}
