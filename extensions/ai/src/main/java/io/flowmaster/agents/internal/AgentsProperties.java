package io.flowmaster.agents.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of agents.
 *
 * @param mostModelCalls how often a model is asked in one piece of work; then a person decides
 * @param mostToolText how many characters of a tool's result a model is shown
 * @param mostInput how many characters of input and variables a model is shown
 * @param remembered how many former answers about the same task are shown
 * @param examples how many reviewed examples are shown
 * @param lease after what time without a step another node may go on with it
 * @param parkPause how long a parked external task rests when nobody wakes it
 * @param fourEyes whether who asked an agent may not decide on what it holds
 * @param evaluationCases how many cases of an agent are tried at most
 */
@Validated
@ConfigurationProperties("flowmaster.agents")
record AgentsProperties(
    @Shown @DefaultValue("12") @Min(1) @Max(100) int mostModelCalls,
    @Shown @DefaultValue("20000") @Min(100) @Max(1_000_000) int mostToolText,
    @Shown @DefaultValue("100000") @Min(1000) @Max(2_000_000) int mostInput,
    @Shown @DefaultValue("10") @Min(0) @Max(50) int remembered,
    @Shown @DefaultValue("8") @Min(0) @Max(50) int examples,
    @Shown @DefaultValue("PT10M") Duration lease,
    @Shown @DefaultValue("PT1M") Duration parkPause,
    @Shown @DefaultValue("true") boolean fourEyes,
    @Shown @DefaultValue("20") @Min(1) @Max(100) int evaluationCases) {}
