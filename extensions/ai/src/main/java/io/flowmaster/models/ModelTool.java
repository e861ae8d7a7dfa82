package io.flowmaster.models;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool that a model may ask for.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param description what it does and when to use it
 * @param schema the JSON Schema of its arguments, an object
 */
public record ModelTool(String name, String description, JsonNode schema) {}
