package io.flowmaster.worker.transport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a {@link FetchRequest}. Null means: no restriction.
 *
 * @param topicName the topic
 * @param lockDuration milliseconds for which the tasks are locked
 * @param variables names of the variables to send along; null for all
 * @param localVariables only variables of the task's own scope
 * @param includeExtensionProperties send the extension properties of the element along
 * @param businessKey business key of the executions
 * @param processDefinitionIdIn ids of process definitions
 * @param processDefinitionKeyIn keys of processes
 * @param processDefinitionVersionTag version tag of the process definition
 * @param processVariables values that variables of the execution have
 * @param withoutTenantId only tasks of no tenant
 * @param tenantIdIn tenants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TopicRequest(
    String topicName,
    long lockDuration,
    @Nullable List<String> variables,
    boolean localVariables,
    boolean includeExtensionProperties,
    @Nullable String businessKey,
    @Nullable List<String> processDefinitionIdIn,
    @Nullable List<String> processDefinitionKeyIn,
    @Nullable String processDefinitionVersionTag,
    @Nullable Map<String, Object> processVariables,
    @Nullable Boolean withoutTenantId,
    @Nullable List<String> tenantIdIn) {

  /** All tasks of a topic, with these variables. */
  public static TopicRequest of(String topic, long lockDuration, @Nullable List<String> variables) {
    return new TopicRequest(
        topic, lockDuration, variables, false, false, null, null, null, null, null, null, null);
  }

  /** The same with another time for the locks. */
  public TopicRequest lockedFor(long millis) {
    return new TopicRequest(
        topicName,
        millis,
        variables,
        localVariables,
        includeExtensionProperties,
        businessKey,
        processDefinitionIdIn,
        processDefinitionKeyIn,
        processDefinitionVersionTag,
        processVariables,
        withoutTenantId,
        tenantIdIn);
  }

  /** The same for these processes and tenants only; null leaves what was said before. */
  public TopicRequest of(@Nullable List<String> processes, @Nullable List<String> tenants) {
    return new TopicRequest(
        topicName,
        lockDuration,
        variables,
        localVariables,
        includeExtensionProperties,
        businessKey,
        processDefinitionIdIn,
        processes == null ? processDefinitionKeyIn : processes,
        processDefinitionVersionTag,
        processVariables,
        withoutTenantId,
        tenants == null ? tenantIdIn : tenants);
  }
}
