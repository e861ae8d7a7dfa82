package io.flowmaster.tools.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of tools.
 *
 * @param most how many tools are listed at most
 * @param timeout how long a call of the platform's API may take
 * @param mostBytes how large its answer may be
 */
@Validated
@ConfigurationProperties("flowmaster.tools")
record ToolsProperties(
    @Shown @DefaultValue("500") @Min(10) @Max(5000) int most,
    @Shown @DefaultValue("PT30S") Duration timeout,
    @Shown @DefaultValue("1048576") @Min(1024) @Max(16_777_216) int mostBytes) {}
