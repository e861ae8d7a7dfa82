package io.flowmaster.mcp.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the protocol's endpoint.
 *
 * @param resource its address as clients know it; unset, the issuer's address with {@code /mcp}
 * @param origins pages of which other origins may call it, for example {@code
 *     https://inspector.example}; the platform's own and local ones always may
 * @param mostBytes how large a message may be
 * @param threads how many calls a node works on at a time
 * @param waiting how many more may wait for one; others are told to come later
 * @param approval whether a call that changes something needs a person's yes, or an approval that
 *     was given by a dry run
 * @param approvalWait how long a person may take to say yes
 * @param mostListeners how many streams one user may listen to on a node
 */
@Validated
@ConfigurationProperties("flowmaster.mcp")
record McpProperties(
    @Shown @Nullable String resource,
    @Shown @DefaultValue List<String> origins,
    @Shown @DefaultValue("1048576") @Min(1024) @Max(16_777_216) int mostBytes,
    @Shown @DefaultValue("32") @Min(1) @Max(500) int threads,
    @Shown @DefaultValue("100") @Min(0) @Max(10_000) int waiting,
    @Shown @DefaultValue("true") boolean approval,
    @Shown @DefaultValue("PT5M") Duration approvalWait,
    @Shown @DefaultValue("20") @Min(1) @Max(1000) int mostListeners) {}
