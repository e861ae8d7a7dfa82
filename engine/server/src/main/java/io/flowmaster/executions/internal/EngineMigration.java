package io.flowmaster.executions.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobs;
import io.flowmaster.bulk.BulkOutcome;
import io.flowmaster.bulk.BulkSelection;
import io.flowmaster.bulk.BulkWork;
import io.flowmaster.bulk.NewBulkJob;
import io.flowmaster.executions.ExecutionEnded;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionMigrated;
import io.flowmaster.executions.ExecutionMigration;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.MigrationPreview;
import io.flowmaster.executions.MigrationPreview.Refused;
import io.flowmaster.executions.NewMigration;
import io.flowmaster.executions.NewMigration.Mapping;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.PublishedProcesses;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Migrates with the engine's plans, one execution at a time, as a bulk job. */
@Service
class EngineMigration implements ExecutionMigration, BulkAction {
  private static final int MOST_TRIED = 100;

  private final MigrationPlans plans;
  private final PublishedProcesses processes;
  private final ExecutionRows rows;
  private final BulkJobs jobs;
  private final EngineCalls engine;
  private final TransactionTemplate tryOut;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  EngineMigration(
      MigrationPlans plans,
      PublishedProcesses processes,
      ExecutionRows rows,
      BulkJobs jobs,
      EngineCalls engine,
      PlatformTransactionManager transactions,
      ChangeLog changes,
      ApplicationEventPublisher events,
      CurrentActor current,
      JdbcClient jdbc,
      ObjectMapper json,
      Clock clock) {
    this.plans = plans;
    this.processes = processes;
    this.rows = rows;
    this.jobs = jobs;
    this.engine = engine;
    this.tryOut = new TransactionTemplate(transactions);
    this.tryOut.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.changes = changes;
    this.events = events;
    this.current = current;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public MigrationPreview preview(NewMigration migration) {
    MigrationPlan plan = plan(migration);
    Condition condition = candidates(migration, plan.getSourceProcessDefinitionId());
    List<Refused> refused = new ArrayList<>();
    List<String> tried = some(condition);
    for (String id : tried) {
      try {
        tryOut.executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              plans.execute(plan, id);
            });
      } catch (Problem problem) {
        refused.add(new Refused(id, String.valueOf(problem.getMessage())));
      }
    }
    return new MigrationPreview(
        migration.processKey(),
        migration.fromVersion(),
        migration.toVersion(),
        plan.getInstructions().stream()
            .map(i -> new Mapping(i.getSourceActivityId(), i.getTargetActivityId()))
            .toList(),
        rows.count(condition),
        tried.size(),
        refused);
  }

  @Override
  public BulkJob begin(NewMigration migration) {
    MigrationPlan plan = plan(migration);
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    parameters.put("processKey", TextNode.valueOf(migration.processKey()));
    parameters.put("fromVersion", IntNode.valueOf(migration.fromVersion()));
    parameters.put("toVersion", IntNode.valueOf(migration.toVersion()));
    parameters.put("mapping", json.valueToTree(migration.mapping()));
    Condition condition = candidates(migration, plan.getSourceProcessDefinitionId());
    BulkSelection items =
        migration.ids() == null
            ? BulkSelection.query(
                "select p.ID_ as item from ACT_HI_PROCINST p where " + condition.sql(),
                condition.parameters())
            : BulkSelection.of(migration.ids());
    return jobs.create(new NewBulkJob(name(), parameters, items, migration.reason()));
  }

  private MigrationPlan plan(NewMigration migration) {
    return plan(
        migration.processKey(),
        migration.fromVersion(),
        migration.toVersion(),
        migration.mapping());
  }

  private MigrationPlan plan(String key, int from, int to, List<Mapping> mapping) {
    return plans.plan(
        processes.byKey(key, from).processDefinitionId(),
        processes.byKey(key, to).processDefinitionId(),
        mapping);
  }

  private Condition candidates(NewMigration migration, String definition) {
    return rows.visible()
        .and("p.END_TIME_ is null")
        .andIf(definition, "p.PROC_DEF_ID_ = ?")
        .andIf(migration.ids(), "p.ID_ in (?)");
  }

  private List<String> some(Condition condition) {
    return jdbc.sql(
            "select p.ID_ from ACT_HI_PROCINST p where %s order by p.ID_ limit %d"
                .formatted(condition.sql(), MOST_TRIED))
        .params(condition.parameters())
        .query(String.class)
        .list();
  }

  @Override
  public String name() {
    return "executions.migrate";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN);
  }

  @Override
  public BulkOutcome perform(BulkWork work) {
    return engine.run(() -> migrate(work));
  }

  private BulkOutcome migrate(BulkWork work) {
    int from = work.parameters().get("fromVersion").asInt();
    int to = work.parameters().get("toVersion").asInt();
    String key = work.parameters().get("processKey").asText();
    List<Mapping> mapping =
        json.convertValue(work.parameters().get("mapping"), new TypeReference<List<Mapping>>() {});
    ExecutionRow row = rows.get(work.item());
    if (row.hasEnded()) {
      throw new ExecutionEnded(row.status());
    }
    MigrationPlan plan = plan(key, from, to, mapping);
    if (!row.definitionId().equals(plan.getSourceProcessDefinitionId())) {
      return new BulkOutcome.Skipped("other-version", "It does not run on this version.");
    }
    Instant begun = clock.instant();
    plans.execute(plan, row.id());
    note(row, begun, from, to, work);
    return BulkOutcome.done();
  }

  private void note(ExecutionRow row, Instant begun, int from, int to, BulkWork work) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("fromVersion", from);
    detail.put("toVersion", to);
    if (work.reason() != null) {
      detail.put("reason", work.reason());
    }
    changes.append(row.rootId(), HistoryEventType.EXECUTION_MIGRATED, begun, detail);
    events.publishEvent(
        new ExecutionMigrated(
            current.tenant(), new ExecutionId(row.id()), from, to, work.reason(), clock.instant()));
  }
}
