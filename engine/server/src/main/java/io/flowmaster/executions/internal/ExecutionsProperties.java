package io.flowmaster.executions.internal;

import io.flowmaster.platform.Shown;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of executions.
 *
 * @param noWorkerAfter how long work of a topic that nobody has any of may wait until it is said
 *     that it has no worker
 */
@Validated
@ConfigurationProperties("flowmaster.executions")
record ExecutionsProperties(@Shown @DefaultValue("PT1M") Duration noWorkerAfter) {}
