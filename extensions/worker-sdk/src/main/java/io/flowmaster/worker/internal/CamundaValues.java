package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import io.flowmaster.worker.transport.WorkerTransport;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.client.impl.EngineClient;
import org.camunda.bpm.client.impl.ExternalTaskClientBuilderImpl;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.impl.ExternalTaskImpl;
import org.camunda.bpm.client.variable.impl.TypedValueField;
import org.camunda.bpm.client.variable.impl.TypedValues;
import org.jspecify.annotations.Nullable;

/** Tasks and variables as Camunda's client shows them to its handlers. */
final class CamundaValues {
  private final ObjectMapper json = new ObjectMapper();
  private final TypedValues writer = new Mappers(null, null).values();

  ExternalTask task(LockedTask task, WorkerTransport platform) {
    ExternalTaskImpl given = new ExternalTaskImpl();
    given.setId(task.id());
    given.setTopicName(task.topicName());
    given.setWorkerId(task.workerId());
    given.setExecutionId(task.executionId());
    given.setProcessInstanceId(task.processInstanceId());
    given.setProcessDefinitionId(task.processDefinitionId());
    given.setProcessDefinitionKey(task.processDefinitionKey());
    given.setProcessDefinitionVersionTag(task.processDefinitionVersionTag());
    given.setActivityId(task.activityId());
    given.setActivityInstanceId(task.activityInstanceId());
    given.setBusinessKey(task.businessKey());
    given.setTenantId(task.tenantId());
    given.setRetries(task.retries());
    given.setPriority(task.priority());
    given.setErrorMessage(task.errorMessage());
    given.setErrorDetails(task.errorDetails());
    given.setCreateTime(date(task.createTime()));
    given.setLockExpirationTime(date(task.lockExpirationTime()));
    given.setExtensionProperties(task.extensionProperties());
    Map<String, TypedValueField> fields = new HashMap<>();
    task.variables().forEach((name, value) -> fields.put(name, field(value)));
    given.setVariables(fields);
    TypedValues reader = hasFile(task) ? new Mappers(task, platform).values() : writer;
    given.setReceivedVariableMap(reader.wrapVariables(given, fields));
    return given;
  }

  Map<String, WireValue> toWire(@Nullable Map<String, Object> variables) {
    Map<String, WireValue> wire = new LinkedHashMap<>();
    writer
        .serializeVariables(variables)
        .forEach(
            (name, field) ->
                wire.put(
                    name,
                    new WireValue(
                        field.getType(),
                        json.valueToTree(field.getValue()),
                        field.getValueInfo())));
    return wire;
  }

  private static boolean hasFile(LockedTask task) {
    return task.variables().values().stream().anyMatch(v -> "File".equalsIgnoreCase(v.type()));
  }

  private TypedValueField field(WireValue value) {
    TypedValueField field = new TypedValueField();
    field.setType(value.type() == null ? "Null" : value.type());
    field.setValue(json.convertValue(value.value(), Object.class));
    field.setValueInfo(value.valueInfo() == null ? Map.of() : value.valueInfo());
    return field;
  }

  private static @Nullable Date date(@Nullable String text) {
    try {
      return text == null ? null : Date.from(LockedTask.TIME.parse(text, Instant::from));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The client's own mappers, which read files by our transport. */
  private static final class Mappers extends ExternalTaskClientBuilderImpl {
    private final @Nullable LockedTask task;
    private final @Nullable WorkerTransport platform;

    Mappers(@Nullable LockedTask task, @Nullable WorkerTransport platform) {
      this.task = task;
      this.platform = platform;
    }

    TypedValues values() {
      initObjectMapper();
      initEngineClient();
      initVariableMappers();
      return typedValues;
    }

    @Override
    protected void initEngineClient() {
      engineClient =
          new EngineClient("", 1, null, "", null) {
            @Override
            public byte[] getLocalBinaryVariable(String variable, String execution) {
              if (task == null || platform == null) {
                throw new IllegalStateException("No file was fetched");
              }
              return platform.content(task, variable);
            }
          };
    }
  }
}
