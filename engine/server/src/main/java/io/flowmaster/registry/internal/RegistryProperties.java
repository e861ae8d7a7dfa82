package io.flowmaster.registry.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The registry.
 *
 * @param expiry after how long without a sign of life something is down
 * @param keep after how long it is forgotten
 * @param checkEvery how often health addresses are asked
 * @param most how many instances, and how many workers, a tenant may have
 * @param roles what this node says that it does
 */
@Validated
@ConfigurationProperties("flowmaster.registry")
record RegistryProperties(
    @Shown @DefaultValue("PT30S") Duration expiry,
    @Shown @DefaultValue("P1D") Duration keep,
    @Shown @DefaultValue("PT15S") Duration checkEvery,
    @Shown @DefaultValue("500") @Min(1) @Max(10_000) int most,
    @Shown @DefaultValue({"engine", "connectors", "web"}) @NotEmpty Set<String> roles) {}
