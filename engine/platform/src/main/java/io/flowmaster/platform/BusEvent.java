package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels on the bus: the attributes of CloudEvents 1.0 with JSON data.
 *
 * @param tenant whose event it is
 * @param id unique together with {@code source}; whoever receives an event twice knows it by these
 * @param source where it happened, a URI reference
 * @param type what happened, for example {@code task.created}
 * @param subject to what it happened, as {@code kind/id}; null when the source says it all
 * @param time when it happened
 * @param data what is to be known about it; null when there is nothing more
 * @param traceparent the W3C trace context of what caused it; null when that was not traced
 */
public record BusEvent(
    TenantId tenant,
    String id,
    String source,
    String type,
    @Nullable String subject,
    Instant time,
    @Nullable JsonNode data,
    @Nullable String traceparent) {}
