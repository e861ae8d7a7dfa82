package io.flowmaster.engine.internal;

import io.flowmaster.platform.Shown;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the engine keeps history and repeats failed work.
 *
 * @param historyTimeToLive how long the history of an execution stays after its start; a model's
 *     own {@code camunda:historyTimeToLive} wins
 * @param cleanupWindowStart when the daily clean-up begins, {@code HH:mm} in server time
 * @param cleanupWindowEnd when it ends
 * @param retryTimeCycle how often and when failed work of the engine is tried again before it
 *     becomes an incident, as ISO 8601 repetition or intervals; a model's own {@code
 *     camunda:failedJobRetryTimeCycle} wins
 */
@Validated
@ConfigurationProperties("flowmaster.engine")
record EngineProperties(
    @Shown @DefaultValue("P180D") Duration historyTimeToLive,
    @Shown @DefaultValue("00:00") String cleanupWindowStart,
    @Shown @DefaultValue("06:00") String cleanupWindowEnd,
    @Shown @DefaultValue("PT5S,PT30S") String retryTimeCycle) {}
