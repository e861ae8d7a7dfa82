package io.flowmaster.events.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the event bus keeps and how it delivers.
 *
 * @param keep how long events can be read again and replayed
 * @param gather how long a node gathers committed events before it puts them into the log together
 * @param withheld types that are never told, as patterns with {@code *}; they stay in the audit log
 * @param mostSubscriptions of one tenant
 * @param mostWaiting how many events may wait for one subscriber as deliveries; more stay in the
 *     log until there is room
 * @param attempts after how many failed attempts an event becomes a dead letter
 * @param firstPause before the second attempt; it doubles with each one, up to {@code longestPause}
 * @param longestPause the longest time between two attempts
 * @param timeout how long a webhook may take to answer
 * @param threads how many subscriptions a node delivers to at the same time
 * @param keepDeliveries how long delivered events and dead letters can be looked at
 */
@Validated
@ConfigurationProperties("flowmaster.events")
record EventsProperties(
    @Shown @DefaultValue("P7D") Duration keep,
    @Shown @DefaultValue("20ms") Duration gather,
    @Shown @DefaultValue({}) List<String> withheld,
    @Shown @DefaultValue("100") @Min(1) @Max(10_000) int mostSubscriptions,
    @Shown @DefaultValue("1000") @Min(1) @Max(100_000) int mostWaiting,
    @Shown @DefaultValue("12") @Min(1) @Max(100) int attempts,
    @Shown @DefaultValue("PT5S") Duration firstPause,
    @Shown @DefaultValue("PT1H") Duration longestPause,
    @Shown @DefaultValue("PT10S") Duration timeout,
    @Shown @DefaultValue("8") @Min(1) @Max(100) int threads,
    @Shown @DefaultValue("P7D") Duration keepDeliveries) {}
