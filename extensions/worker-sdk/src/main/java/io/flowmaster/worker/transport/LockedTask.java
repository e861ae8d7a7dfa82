package io.flowmaster.worker.transport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task that is locked for us, as the engine's REST writes it.
 *
 * @param id the same for each retry
 * @param createTime when the process came to the task, as {@code 2026-12-01T08:00:00.000+0000}
 * @param lockExpirationTime until when it is ours, in the same form
 * @param retries how often it may still be tried; null before the first failure
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LockedTask(
    String id,
    String topicName,
    String workerId,
    String executionId,
    String processInstanceId,
    String processDefinitionId,
    String processDefinitionKey,
    @Nullable String processDefinitionVersionTag,
    String activityId,
    @Nullable String activityInstanceId,
    @Nullable String businessKey,
    @Nullable String tenantId,
    @Nullable Integer retries,
    long priority,
    @Nullable String errorMessage,
    @Nullable String errorDetails,
    @Nullable String createTime,
    @Nullable String lockExpirationTime,
    Map<String, WireValue> variables,
    Map<String, String> extensionProperties) {
  /** How times are written. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

  public LockedTask {
    variables = variables == null ? Map.of() : variables;
    extensionProperties = extensionProperties == null ? Map.of() : extensionProperties;
  }

  /** Another task that the same worker holds, of which nothing but the id is known. */
  public LockedTask withId(String other) {
    return with(other, Map.of(), extensionProperties);
  }

  /** The same with one extension property more. */
  public LockedTask withExtension(String name, String value) {
    Map<String, String> all = new HashMap<>(extensionProperties);
    all.put(name, value);
    return with(id, variables, all);
  }

  private LockedTask with(
      String anyId, Map<String, WireValue> allVariables, Map<String, String> extensions) {
    return new LockedTask(
        anyId,
        topicName,
        workerId,
        executionId,
        processInstanceId,
        processDefinitionId,
        processDefinitionKey,
        processDefinitionVersionTag,
        activityId,
        activityInstanceId,
        businessKey,
        tenantId,
        retries,
        priority,
        errorMessage,
        errorDetails,
        createTime,
        lockExpirationTime,
        allVariables,
        extensions);
  }

  /** When the process came to the task; null when the engine does not say it. */
  public @Nullable Instant created() {
    try {
      return createTime == null ? null : TIME.parse(createTime, Instant::from);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
