package io.flowmaster.worker;

import org.jspecify.annotations.Nullable;

/**
 * Where the work comes from.
 *
 * @param taskId the external task; the same for each retry of it, so it can serve as the key of
 *     what must happen only once
 * @param topic the topic that the task was fetched from
 * @param executionId the execution (process instance) that waits for the task
 * @param processKey key of the process
 * @param activityId id of the element in the diagram
 * @param businessKey business key of the execution; null when it has none
 * @param tenant tenant of the execution; null when the engine knows no tenants
 * @param retriesLeft how often the task will be tried again when this call fails
 */
public record WorkerContext(
    String taskId,
    String topic,
    String executionId,
    String processKey,
    String activityId,
    @Nullable String businessKey,
    @Nullable String tenant,
    int retriesLeft) {}
