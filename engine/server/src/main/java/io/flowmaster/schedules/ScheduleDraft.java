package io.flowmaster.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a schedule. Exactly one of {@code cron}, {@code every} and {@code at} is
 * given.
 *
 * @param cron five fields, or six with seconds in front
 * @param every an ISO 8601 duration
 * @param at an ISO 8601 time with offset, or a local one of the time zone
 * @param timezone a name of the IANA time zone database
 * @param action its type and configuration; empty in a preview
 * @param calendar a business calendar's id; null for no regard to working time
 */
public record ScheduleDraft(
    String name,
    @Nullable String cron,
    @Nullable String every,
    @Nullable String at,
    String timezone,
    Map<String, JsonNode> action,
    MisfirePolicy misfire,
    OverlapPolicy overlap,
    @Nullable String calendar,
    OutsideHours outsideHours) {}
