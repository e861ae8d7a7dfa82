package io.flowmaster.events.internal;

import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is not in the log yet.
 *
 * @param data JSON text
 * @param attributes JSON text of what only some events have; see {@link RowJson}
 */
record NewRow(
    String id,
    TenantId tenant,
    String type,
    String source,
    @Nullable String subject,
    Instant at,
    @Nullable String data,
    @Nullable String traceparent,
    @Nullable String attributes) {}
