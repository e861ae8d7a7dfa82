package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionMessages;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageReceipt.Receiver;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.platform.ProcessTriggers;
import io.flowmaster.processes.PublishedProcesses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published calls of this area in the words of the shared kernel. */
@Component
class EngineTriggers implements ProcessTriggers {
  private final Executions executions;
  private final ExecutionMessages messages;
  private final PublishedProcesses processes;

  EngineTriggers(Executions executions, ExecutionMessages messages, PublishedProcesses processes) {
    this.executions = executions;
    this.messages = messages;
    this.processes = processes;
  }

  @Override
  public String start(
      String processKey, @Nullable String businessKey, Map<String, JsonNode> variables) {
    return executions
        .start(new StartExecution(null, processKey, null, businessKey, variables))
        .id();
  }

  @Override
  public List<String> correlate(
      String message,
      @Nullable String businessKey,
      Map<String, JsonNode> correlation,
      Map<String, JsonNode> variables) {
    return messages
        .correlate(new MessageCorrelation(message, businessKey, null, correlation, variables))
        .executions()
        .stream()
        .map(Receiver::id)
        .toList();
  }

  @Override
  public void checkStartable(String processKey) {
    processes.byKey(processKey, null);
  }
}
