package io.flowmaster.executions.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkOutcome;
import io.flowmaster.bulk.BulkWork;
import io.flowmaster.executions.ExecutionControl;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.NewExecutionBulk.Action;
import io.flowmaster.executions.RetriedWork;
import io.flowmaster.executions.RetriedWork.Outcome;
import io.flowmaster.platform.Roles;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Retries the failed work of executions in two steps: gives it another try, then comes back to see
 * what came of it. Only what passed is done.
 */
@Component
class RetryOfExecutions implements BulkAction {
  /** With the pauses between, about a minute. */
  private static final int MOST_LOOKS = 15;

  private static final int LONGEST_PAUSE = 5;

  private final ExecutionControl control;
  private final WorkOutcomes outcomes;
  private final ObjectMapper json;

  RetryOfExecutions(ExecutionControl control, WorkOutcomes outcomes, ObjectMapper json) {
    this.control = control;
    this.outcomes = outcomes;
    this.json = json;
  }

  @Override
  public String name() {
    return ExecutionActions.name(Action.RETRY);
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN);
  }

  @Override
  public BulkOutcome perform(BulkWork work) {
    if (work.memory() != null) {
      return look(work, outcomes.of(retried(work.memory())));
    }
    RetriedWork retried = control.retry(new ExecutionId(work.item()), Duration.ZERO);
    return retried.retried().isEmpty()
        ? new BulkOutcome.Skipped("nothing-failed", "No work of it had failed.")
        : again(work, retried);
  }

  private BulkOutcome look(BulkWork work, RetriedWork found) {
    if (found.has(Outcome.RUNNING) && work.attempt() <= MOST_LOOKS) {
      return again(work, found);
    }
    JsonNode detail = json.valueToTree(found);
    if (found.has(Outcome.FAILED_AGAIN)) {
      return new BulkOutcome.Failed("failed-again", "Work failed again: " + why(found), detail);
    }
    return found.has(Outcome.RUNNING)
        ? new BulkOutcome.Failed(
            "still-running",
            "Work was given another try, but it has not ended within a minute.",
            detail)
        : new BulkOutcome.Done(detail, null);
  }

  private BulkOutcome again(BulkWork work, RetriedWork found) {
    return new BulkOutcome.Again(
        Duration.ofSeconds(Math.min(work.attempt(), LONGEST_PAUSE)), json.valueToTree(found));
  }

  private static @Nullable String why(RetriedWork found) {
    return found.retried().stream()
        .filter(item -> item.outcome() == Outcome.FAILED_AGAIN)
        .map(item -> item.activityId() + ": " + item.message())
        .findFirst()
        .orElse(null);
  }

  private RetriedWork retried(JsonNode memory) {
    try {
      return json.treeToValue(memory, RetriedWork.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
