package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.agents.AgentCaseAdded;
import io.flowmaster.agents.AgentCaseDeleted;
import io.flowmaster.agents.AgentCaseView;
import io.flowmaster.agents.AgentExampleDecided;
import io.flowmaster.agents.AgentExampleNotFound;
import io.flowmaster.agents.AgentExampleReviewed;
import io.flowmaster.agents.AgentExampleView;
import io.flowmaster.agents.AgentExampleView.Evaluation;
import io.flowmaster.agents.AgentLearning;
import io.flowmaster.agents.AgentLesson;
import io.flowmaster.agents.AgentNotFound;
import io.flowmaster.agents.AgentPerformance;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.ExampleStatus;
import io.flowmaster.agents.internal.JdbcExampleStore.Case;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.NoModelConfigured;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lessons, their review, and what they are measured by. */
@Component
class JdbcLearning implements AgentLearning {
  private static final int MOST_VERSIONS = 50;
  private final JdbcAgentStore agents;
  private final JdbcRunStore runs;
  private final JdbcExampleStore store;
  private final Corrections corrections;
  private final Evaluations evaluations;
  private final LanguageModels models;
  private final ObjectProvider<Scheduler> scheduler;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcLearning(
      JdbcAgentStore agents,
      JdbcRunStore runs,
      JdbcExampleStore store,
      Corrections corrections,
      Evaluations evaluations,
      LanguageModels models,
      ObjectProvider<Scheduler> scheduler,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.agents = agents;
    this.runs = runs;
    this.store = store;
    this.corrections = corrections;
    this.evaluations = evaluations;
    this.models = models;
    this.scheduler = scheduler;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public AgentExampleView learn(String id, AgentLesson lesson) {
    AgentView agent = agent(id);
    Run run =
        lesson.run() == null
            ? null
            : runs.find(tenant(), lesson.run())
                .filter(found -> found.agent().equals(id))
                .orElseThrow(() -> new AgentExampleNotFound(lesson.run()));
    String made =
        corrections.add(
            tenant(),
            id,
            run == null ? agent.version() : run.version(),
            lesson,
            run == null ? null : run.request().outputSchema());
    return example(id, made);
  }

  @Override
  public Page<AgentExampleView> examples(
      String id, @Nullable ExampleStatus status, PageQuery page) {
    agent(id);
    String before = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), id, status, before, page.limit() + 1),
        page,
        example -> List.of(example.id()),
        page.count() ? store.count(tenant(), id, status) : null);
  }

  @Override
  public AgentExampleView example(String agent, String id) {
    return store.find(tenant(), agent, id).orElseThrow(() -> new AgentExampleNotFound(id));
  }

  @Override
  @Transactional
  public AgentExampleView accept(String agent, String id) {
    AgentExampleView example = example(agent, id);
    if (example.status() != ExampleStatus.PROPOSED && example.status() != ExampleStatus.UNFIT) {
      throw new AgentExampleReviewed(example.status());
    }
    boolean hasCases = store.countCases(tenant(), agent) > 0;
    if (hasCases && !models.available()) {
      throw new NoModelConfigured();
    }
    move(example, ExampleStatus.EVALUATING);
    if (hasCases) {
      scheduler
          .getObject()
          .schedule(
              new TaskInstance<>(
                  EvaluationTasks.TASK,
                  id + "/" + Ids.next(),
                  new BackgroundWork(tenant().value(), agent, id)),
              clock.instant());
    } else {
      evaluations.settle(
          tenant(),
          example(agent, id),
          new Evaluation(0, 0, 0, "The agent has no evaluation set yet."),
          true);
    }
    return example(agent, id);
  }

  @Override
  @Transactional
  public AgentExampleView reject(String agent, String id) {
    AgentExampleView example = example(agent, id);
    if (example.status() == ExampleStatus.REJECTED) {
      return example;
    }
    move(example, ExampleStatus.REJECTED);
    events.publishEvent(
        new AgentExampleDecided(tenant(), agent, id, ExampleStatus.REJECTED, clock.instant()));
    return example(agent, id);
  }

  private void move(AgentExampleView example, ExampleStatus to) {
    if (!store.decide(tenant(), example, to, example.evaluation(), me(), clock.instant())) {
      throw new AgentExampleReviewed(example(example.agent(), example.id()).status());
    }
  }

  @Override
  public Page<AgentCaseView> cases(String id, PageQuery page) {
    agent(id);
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.cases(tenant(), id, after, page.limit() + 1),
        page,
        each -> List.of(each.id()),
        page.count() ? store.countCases(tenant(), id) : null);
  }

  @Override
  @Transactional
  public AgentCaseView addCase(
      String id, JsonNode input, JsonNode expected, @Nullable JsonNode outputSchema) {
    agent(id);
    AgentPrompt.check(outputSchema);
    String made = Ids.next();
    store.insertCase(
        tenant(), id, new Case(made, input, expected, outputSchema, null), me(), clock.instant());
    events.publishEvent(new AgentCaseAdded(tenant(), id, made, clock.instant()));
    return new AgentCaseView(made, input, expected, null, me(), clock.instant());
  }

  @Override
  @Transactional
  public void deleteCase(String agent, String id) {
    if (!store.deleteCase(tenant(), agent, id)) {
      throw new AgentExampleNotFound(id);
    }
    events.publishEvent(new AgentCaseDeleted(tenant(), agent, id, clock.instant()));
  }

  @Override
  public AgentPerformance performance(String id) {
    agent(id);
    return new AgentPerformance(store.performance(tenant(), id, MOST_VERSIONS));
  }

  private AgentView agent(String id) {
    return agents.find(tenant(), id).orElseThrow(() -> new AgentNotFound(id));
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
