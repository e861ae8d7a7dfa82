package io.flowmaster.realtime.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many listen to a node, and how far they may be behind.
 *
 * @param threads how many listeners a node sends to at the same time
 * @param mostConnections of one actor on one node
 * @param mostChannels of one connection
 * @param mostBehind by how many events of all tenants a listener may be behind; one that is slower
 *     is disconnected and resumes
 * @param sendTimeout how long one frame may take
 * @param loginTimeout how long a connection may stay without a token
 * @param idleTimeout after which silence of a client its WebSocket is closed; clients send pings
 * @param allowedOrigins from which pages browsers may connect, beside the platform's own
 */
@Validated
@ConfigurationProperties("flowmaster.realtime")
record RealtimeProperties(
    @Shown @DefaultValue("8") @Min(1) @Max(100) int threads,
    @Shown @DefaultValue("20") @Min(1) @Max(10_000) int mostConnections,
    @Shown @DefaultValue("50") @Min(1) @Max(1_000) int mostChannels,
    @Shown @DefaultValue("10000") @Min(100) @Max(1_000_000) int mostBehind,
    @Shown @DefaultValue("PT5S") Duration sendTimeout,
    @Shown @DefaultValue("PT10S") Duration loginTimeout,
    @Shown @DefaultValue("PT90S") Duration idleTimeout,
    @Shown @DefaultValue List<String> allowedOrigins) {}
