package io.flowmaster.webhooks.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of webhooks.
 *
 * @param mostBytes how large a delivery may be
 * @param perMinute how many deliveries a webhook takes in a minute, on each node
 * @param replayWindow how old a signed time may be, and for how long the same content counts as the
 *     same delivery
 * @param keepDeliveries how long the log is kept, and with it the memory of ids
 */
@Validated
@ConfigurationProperties("flowmaster.webhooks")
record WebhooksProperties(
    @Shown @DefaultValue("1048576") @Min(1) @Max(10_485_760) int mostBytes,
    @Shown @DefaultValue("600") @Min(1) @Max(1_000_000) int perMinute,
    @Shown @DefaultValue("PT5M") Duration replayWindow,
    @Shown @DefaultValue("P30D") Duration keepDeliveries) {}
