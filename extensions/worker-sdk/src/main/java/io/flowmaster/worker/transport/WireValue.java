package io.flowmaster.worker.transport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable with its type, as the engine's REST writes it.
 *
 * @param type for example {@code String}, {@code Integer}, {@code Json}, {@code File}; null when
 *     the engine shall find out
 * @param value the value; JSON as text, bytes in Base64
 * @param valueInfo more about it, for example the name of a file
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireValue(
    @Nullable String type, JsonNode value, @Nullable Map<String, Object> valueInfo) {}
