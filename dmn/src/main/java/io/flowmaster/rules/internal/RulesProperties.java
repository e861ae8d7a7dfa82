package io.flowmaster.rules.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of business rules.
 *
 * @param evaluationTimeout how long one evaluation may take
 * @param batchTimeout how long a whole batch may take; items after that are refused
 * @param evaluationThreads how many evaluations run at once on this node
 * @param compiledModels how many models are kept ready for evaluation
 */
@Validated
@ConfigurationProperties("flowmaster.rules")
record RulesProperties(
    @Shown @DefaultValue("PT5S") Duration evaluationTimeout,
    @Shown @DefaultValue("PT60S") Duration batchTimeout,
    @Shown @DefaultValue("16") @Min(1) @Max(500) int evaluationThreads,
    @Shown @DefaultValue("500") @Min(1) @Max(100_000) int compiledModels) {}
