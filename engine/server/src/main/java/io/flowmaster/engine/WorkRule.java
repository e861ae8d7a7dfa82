package io.flowmaster.engine;

import io.flowmaster.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Names work of the engine, existing and to come; what is null does not matter.
 *
 * @param processKey BPMN id of the process, in all its versions
 * @param activityId BPMN id of the activity
 * @param topic of external tasks; with it jobs are not meant
 */
public record WorkRule(
    TenantId tenant,
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable String topic) {}
