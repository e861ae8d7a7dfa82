package io.flowmaster.engine.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What models may do beyond FEEL and JUEL on variables: nothing, unless it is listed here.
 *
 * @param allow for every tenant
 * @param tenants for one tenant in addition, by its id
 * @param largestFile the largest file of a deployment that the engine reads
 * @param deepestNesting how deep elements, JSON and expressions may be nested
 * @param longestExpression the longest expression, in characters
 * @param evaluationTime how much processor time one FEEL expression may take
 * @param evaluationSteps how many steps one FEEL expression may take
 * @param evaluationSize how many list items and context entries one FEEL expression may create
 * @param commandActivities how many activities may begin in one go, without a wait or a job between
 * @param commandTime how much processor time that may take
 * @param commandValues how large all values are in sum to which variables may be set in that
 */
@Validated
@ConfigurationProperties("flowmaster.engine.policy")
record PolicyProperties(
    @DefaultValue @NestedConfigurationProperty Allowance allow,
    @DefaultValue @Valid Map<String, Allowance> tenants,
    @Shown @DefaultValue("5MB") DataSize largestFile,
    @Shown @DefaultValue("200") @Min(20) @Max(500) int deepestNesting,
    @Shown @DefaultValue("10000") @Min(100) @Max(1_000_000) int longestExpression,
    @Shown @DefaultValue("PT5S") Duration evaluationTime,
    @Shown @DefaultValue("1000000") @Min(1_000) long evaluationSteps,
    @Shown @DefaultValue("250000") @Min(1_000) long evaluationSize,
    @Shown @DefaultValue("50000") @Min(1_000) int commandActivities,
    @Shown @DefaultValue("PT60S") Duration commandTime,
    @Shown @DefaultValue("64MB") DataSize commandValues) {

  /**
   * What is allowed in addition.
   *
   * @param beans names of Spring beans that expressions may use
   * @param classes names of Java classes that models may name
   * @param scriptLanguages formats of scripts besides FEEL and JUEL
   * @param connectors connector ids, and the built-in task types {@code mail} and {@code shell}
   */
  record Allowance(
      @DefaultValue Set<String> beans,
      @DefaultValue Set<String> classes,
      @DefaultValue Set<String> scriptLanguages,
      @DefaultValue Set<String> connectors) {}
}
