package io.flowmaster.processes;

import org.jspecify.annotations.Nullable;

/**
 * One published version of a process, as the engine runs it.
 *
 * @param processId null when it was deployed through the engine's own REST surface and is not in
 *     the catalogue
 * @param key the BPMN process id
 * @param name the BPMN process name, or the key when it has none
 * @param version counts from 1 for each process
 * @param processDefinitionId the engine's id of this version
 * @param deploymentId the engine's deployment that brought it
 */
public record PublishedProcess(
    @Nullable ProcessId processId,
    String key,
    String name,
    int version,
    String processDefinitionId,
    String deploymentId) {}
