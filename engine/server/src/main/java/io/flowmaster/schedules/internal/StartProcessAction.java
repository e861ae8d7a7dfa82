package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionNotFound;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.ScheduledAction;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Starts a process. */
@Component
class StartProcessAction implements ScheduledAction {
  private static final String KIND = "execution/";
  private final Executions executions;
  private final ConfigurationReader reader;

  StartProcessAction(Executions executions, ConfigurationReader reader) {
    this.executions = executions;
    this.reader = reader;
  }

  @Override
  public String type() {
    return "start-process";
  }

  @Override
  public String description() {
    return "Starts the process processKey, its latest version or version, with businessKey and variables.";
  }

  @Override
  public Set<String> roles() {
    return Set.of(
        Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER);
  }

  @Override
  public List<FieldError> check(JsonNode configuration) {
    return reader
        .faults(configuration)
        .text("processKey", true, 255)
        .number("version", 1, Integer.MAX_VALUE)
        .text("businessKey", false, 255)
        .members("variables")
        .nothingElse();
  }

  @Override
  public Outcome run(JsonNode configuration, Run run) {
    String id =
        executions
            .start(
                new StartExecution(
                    null,
                    configuration.path("processKey").asText(),
                    configuration.hasNonNull("version")
                        ? configuration.get("version").asInt()
                        : null,
                    ConfigurationReader.textOrNull(configuration, "businessKey"),
                    reader.members(configuration, "variables")))
            .id();
    return new Outcome("Started the execution " + id + ".", KIND + id);
  }

  @Override
  public boolean isUnderWay(String subject) {
    if (!subject.startsWith(KIND)) {
      return false;
    }
    try {
      return executions.get(new ExecutionId(subject.substring(KIND.length()))).endedAt() == null;
    } catch (ExecutionNotFound longAgo) {
      return false;
    }
  }
}
