package io.flowmaster.processes.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what a process may hold, and what is loaded at start.
 *
 * @param maxModelSize the largest BPMN file
 * @param maxResourceSize the largest decision or form
 * @param maxResources how many decisions and forms one process may have
 * @param samples resource patterns of bundled processes that are published into the tenant {@code
 *     demo} after start; none by default
 */
@Validated
@ConfigurationProperties("flowmaster.processes")
record ProcessesProperties(
    @Shown @DefaultValue("5MB") DataSize maxModelSize,
    @Shown @DefaultValue("1MB") DataSize maxResourceSize,
    @Shown @DefaultValue("50") @Min(1) @Max(500) int maxResources,
    @Shown @DefaultValue List<String> samples) {}
