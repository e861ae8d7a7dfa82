package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as it is stored.
 *
 * @param key the same key is the same piece of work
 * @param digest of what was asked
 * @param source where it comes from
 * @param request what it began with
 */
record Run(
    TenantId tenant,
    String id,
    String agent,
    int version,
    String key,
    String digest,
    RunStatus status,
    Source source,
    Request request,
    @Nullable AgentAnswer answer,
    Instant startedAt,
    @Nullable Instant leaseUntil) {

  /** Who asked when it was no person but a service task. */
  static final String PROCESS = "process";

  /**
   * Where it comes from.
   *
   * @param requester a user id, or {@link #PROCESS}
   * @param onBehalfOf for whom the agent acts
   * @param task a user task
   * @param externalTask the service task that waits for it
   * @param processInstance the execution of that
   */
  record Source(
      String requester,
      @Nullable String onBehalfOf,
      @Nullable String task,
      @Nullable String externalTask,
      @Nullable String processInstance,
      @Nullable String processKey,
      @Nullable String activity) {}

  /**
   * What it began with: settled once, so that it goes on with the same whatever changes meanwhile.
   *
   * @param turns the conversation before the first step, without the instructions
   * @param input what was asked, for examples and for people
   * @param variables what limits can ask for
   * @param outputSchema of the output; null for text
   */
  record Request(
      List<Turn> turns,
      JsonNode input,
      Map<String, JsonNode> variables,
      @Nullable JsonNode outputSchema) {}

  /**
   * A message in a form that can be stored.
   *
   * @param agent whether the agent said it
   */
  record Turn(boolean agent, String text) {
    ModelMessage message() {
      return agent ? new ModelMessage.Output(text, List.of()) : new ModelMessage.Input(text);
    }
  }
}
