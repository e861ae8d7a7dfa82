package io.flowmaster.executions.internal;

import io.flowmaster.executions.ActiveActivity;
import io.flowmaster.executions.ExecutionEnded;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionIsPaused;
import io.flowmaster.executions.ExecutionRepair;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.ExecutionSteppedBack;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.NeverBeenThere;
import io.flowmaster.executions.NewStepBack;
import io.flowmaster.executions.Restart;
import io.flowmaster.executions.SeveralTokens;
import io.flowmaster.executions.StepBack;
import io.flowmaster.executions.TokenMove;
import io.flowmaster.executions.VariableChange;
import io.flowmaster.platform.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Repairs with what the engine's history knows of former states. */
@Service
class EngineRepair implements ExecutionRepair {
  private static final String ENTERED =
      """
      select START_TIME_, SEQUENCE_COUNTER_ from ACT_HI_ACTINST where PROC_INST_ID_ = :id and ACT_ID_ = :activity
      order by START_TIME_ desc, SEQUENCE_COUNTER_ desc limit 1
      """;

  private final JdbcClient jdbc;
  private final EngineCalls engine;
  private final ExecutionRows rows;
  private final ExecutionViews views;
  private final JdbcTokens tokens;
  private final TokenMover mover;
  private final Restarter restarter;
  private final FormerVariables former;
  private final ChangedVariables variables;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  EngineRepair(
      JdbcClient jdbc,
      EngineCalls engine,
      ExecutionRows rows,
      ExecutionViews views,
      JdbcTokens tokens,
      TokenMover mover,
      Restarter restarter,
      FormerVariables former,
      ChangedVariables variables,
      ChangeLog changes,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.engine = engine;
    this.rows = rows;
    this.views = views;
    this.tokens = tokens;
    this.mover = mover;
    this.restarter = restarter;
    this.former = former;
    this.variables = variables;
    this.changes = changes;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** When an activity was last entered, and as which in the order of all. */
  private record Entered(Instant at, long sequence) {}

  @Override
  public StepBack stepBack(ExecutionId id, NewStepBack back) {
    return engine.run(
        () -> {
          ExecutionRow row = rows.get(id.value());
          if (row.hasEnded()) {
            throw new ExecutionEnded(row.status());
          }
          if (row.status() == ExecutionStatus.PAUSED) {
            throw new ExecutionIsPaused(row.id());
          }
          TokenMove move = move(row, back);
          mover.check(row, move);
          Entered entered = entered(row, back.activityId());
          Map<String, @Nullable TypedValue> then =
              former.at(row.id(), entered.at(), entered.sequence());
          List<VariableChange> changed = variables.difference(row.id(), then);
          if (!back.dryRun()) {
            then.keySet().retainAll(changed.stream().map(VariableChange::name).toList());
            goBack(row, move, then, changed);
          }
          ExecutionView after = back.dryRun() ? null : views.one(rows.get(row.id()));
          return new StepBack(
              back.dryRun(), back.activityId(), entered.at(), move.from(), changed, after);
        });
  }

  private TokenMove move(ExecutionRow row, NewStepBack back) {
    List<String> from = back.from();
    if (from.isEmpty()) {
      List<ActiveActivity> there = tokens.of(List.of(row.id())).getOrDefault(row.id(), List.of());
      if (there.size() != 1) {
        throw new SeveralTokens();
      }
      from = List.of(there.get(0).activityId());
    }
    return new TokenMove(from, List.of(back.activityId()), Map.of(), back.reason());
  }

  private Entered entered(ExecutionRow row, String activityId) {
    return jdbc.sql(ENTERED)
        .param("id", row.id())
        .param("activity", activityId)
        .query((found, n) -> new Entered(found.getTimestamp(1).toInstant(), found.getLong(2)))
        .optional()
        .orElseThrow(() -> new NeverBeenThere(activityId));
  }

  private void goBack(
      ExecutionRow row,
      TokenMove move,
      Map<String, @Nullable TypedValue> then,
      List<VariableChange> changed) {
    Instant begun = clock.instant();
    variables.apply(row.id(), then);
    mover.execute(row, move);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("from", move.from());
    detail.put("to", move.to());
    detail.put("variables", ChangedVariables.detail(changed));
    if (move.reason() != null) {
      detail.put("reason", move.reason());
    }
    changes.append(row.rootId(), HistoryEventType.EXECUTION_STEPPED_BACK, begun, detail);
    events.publishEvent(
        new ExecutionSteppedBack(
            current.tenant(),
            new ExecutionId(row.id()),
            move.to().get(0),
            move.from(),
            changed.stream().map(VariableChange::name).toList(),
            move.reason(),
            clock.instant()));
  }

  @Override
  public ExecutionView restart(ExecutionId id, Restart restart) {
    return engine.run(() -> restarter.restart(rows.get(id.value()), restart));
  }
}
