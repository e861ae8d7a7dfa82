package io.flowmaster.dxg.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cases are read.
 *
 * @param riskRules the key of the rule set whose latest version finds risks; without such a set
 *     there are none of its kind
 * @param leastConfidence how sure a suggestion for a field has to be to be shown
 */
@Validated
@ConfigurationProperties("flowmaster.dxg")
record DxgProperties(
    @Shown @DefaultValue("case-risks") @NotNull String riskRules,
    @Shown @DefaultValue("0.6") @DecimalMin("0.3") @DecimalMax("1") double leastConfidence) {}
