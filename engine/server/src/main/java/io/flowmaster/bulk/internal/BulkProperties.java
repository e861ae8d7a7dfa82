package io.flowmaster.bulk.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How large bulk jobs may be and how long they are kept.
 *
 * @param mostItems of one job
 * @param mostJobs of one tenant that are under way
 * @param slice how long a job is worked on before others have their turn
 * @param keepEnded how long a job can be read, and undone, after its end
 */
@Validated
@ConfigurationProperties("flowmaster.bulk")
record BulkProperties(
    @Shown @DefaultValue("100000") @Min(1) @Max(1_000_000) int mostItems,
    @Shown @DefaultValue("20") @Min(1) int mostJobs,
    @Shown @DefaultValue("PT2S") Duration slice,
    @Shown @DefaultValue("P30D") Duration keepEnded) {}
