package io.flowmaster.platform.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the platform may call for people.
 *
 * @param allow hosts, addresses and networks ({@code 10.1.0.0/16}) that may be called although they
 *     are private
 * @param deny hosts, addresses and networks that may not be called although they are public
 * @param connectTimeout how long a connection may take to be made
 * @param connections how many may be open at once
 * @param connectionsPerHost how many of them to one host
 */
@Validated
@ConfigurationProperties("flowmaster.outbound")
record OutboundProperties(
    @Shown @DefaultValue List<String> allow,
    @Shown @DefaultValue List<String> deny,
    @Shown @DefaultValue("PT5S") Duration connectTimeout,
    @Shown @DefaultValue("200") @Min(1) @Max(10_000) int connections,
    @Shown @DefaultValue("20") @Min(1) @Max(10_000) int connectionsPerHost) {}
