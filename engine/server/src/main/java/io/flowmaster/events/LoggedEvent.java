package io.flowmaster.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.BusEvent;
import java.util.Map;

/**
 * An event with its place in the log.
 *
 * @param seq counts up without gaps over all tenants, in the order in which events became visible
 * @param event the event
 * @param attributes its other attributes as they came: extensions, and {@code datacontenttype},
 *     {@code dataschema} and {@code data_base64} of CloudEvents 1.0
 */
public record LoggedEvent(long seq, BusEvent event, Map<String, JsonNode> attributes) {}
