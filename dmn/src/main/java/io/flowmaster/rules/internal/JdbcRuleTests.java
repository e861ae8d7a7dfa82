package io.flowmaster.rules.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.rules.BatchItem;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.RuleSetChanged;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetNotFound;
import io.flowmaster.rules.RuleSetState;
import io.flowmaster.rules.RuleSetView;
import io.flowmaster.rules.RuleTest;
import io.flowmaster.rules.RuleTestOutcome;
import io.flowmaster.rules.RuleTests;
import io.flowmaster.rules.RuleTestsFail;
import io.flowmaster.rules.internal.JdbcRuleStore.Model;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Test cases in the database, run as evaluations. */
@Component
class JdbcRuleTests implements RuleTests {
  private final RuleAccess access;
  private final JdbcRuleStore sets;
  private final JdbcRuleVersions versions;
  private final JdbcRuleTestStore store;
  private final DmnCompiler compiler;
  private final RuleEvaluations evaluations;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcRuleTests(
      RuleAccess access,
      JdbcRuleStore sets,
      JdbcRuleVersions versions,
      JdbcRuleTestStore store,
      DmnCompiler compiler,
      RuleEvaluations evaluations,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.access = access;
    this.sets = sets;
    this.versions = versions;
    this.store = store;
    this.compiler = compiler;
    this.evaluations = evaluations;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public List<RuleTest> of(RuleSetId id) {
    access.find(id);
    return store.of(current.tenant(), id);
  }

  @Override
  public RuleSetView keep(RuleSetId id, List<RuleTest> tests, @Nullable String ifMatch) {
    Set<String> names = new HashSet<>();
    for (RuleTest test : tests) {
      if (!names.add(test.name())) {
        throw new InvalidValue("tests", "Two test cases are named " + test.name() + ".");
      }
    }
    transaction.executeWithoutResult(
        status -> {
          RuleSetView rules = access.editable(id, ifMatch, true);
          RuleSetState before = state(rules);
          store.replace(current.tenant(), id, tests);
          Instant now = clock.instant();
          sets.update(id, rules.name(), sets.draft(id), current.get().id().value(), now);
          events.publishEvent(
              new RuleSetChanged(
                  current.tenant(), id, rules.key(), rules.name(), before, state(rules), now));
        });
    return access.find(id);
  }

  private RuleSetState state(RuleSetView rules) {
    return new RuleSetState(rules.name(), null, store.digest(current.tenant(), rules.id()));
  }

  @Override
  public List<RuleTestOutcome> run(RuleSetId id, @Nullable Integer version) {
    RuleSetView rules = access.find(id);
    Model model =
        version == null
            ? sets.draft(id)
            : versions
                .find(current.tenant(), id, version)
                .map(v -> new Model(String.valueOf(v.dmnXml()), v.checksum()))
                .orElseThrow(
                    () -> new RuleSetNotFound("version " + version + " of rule set " + id));
    return run(id, rules.key(), compiler.compiled(model.checksum(), model.dmn()));
  }

  /**
   * Refuses a draft that does not decide as expected.
   *
   * @throws RuleTestsFail when a test case fails
   */
  void require(RuleSetId id, String key, CompiledRules draft) {
    List<RuleTestOutcome> failed =
        run(id, key, draft).stream().filter(outcome -> !outcome.passed()).toList();
    if (!failed.isEmpty()) {
      throw new RuleTestsFail(failed);
    }
  }

  private List<RuleTestOutcome> run(RuleSetId id, String key, CompiledRules rules) {
    List<RuleTest> tests = store.of(current.tenant(), id);
    List<BatchItem> items =
        evaluations.many(
            version -> new RuleEvaluations.Source(rules, key, null),
            tests.stream()
                .map(test -> new EvaluationRequest(test.variables(), null, test.decisionId()))
                .toList());
    List<RuleTestOutcome> outcomes = new ArrayList<>();
    for (BatchItem item : items) {
      outcomes.add(outcome(tests.get(item.index()), item));
    }
    return outcomes;
  }

  private static RuleTestOutcome outcome(RuleTest test, BatchItem item) {
    if (item.evaluation() == null) {
      String problem = item.problem() == null ? "There is no result." : item.problem().detail();
      return new RuleTestOutcome(item.index(), test.name(), false, test.expected(), null, problem);
    }
    boolean same = SameJson.same(test.expected(), item.evaluation().result());
    return new RuleTestOutcome(
        item.index(), test.name(), same, test.expected(), item.evaluation().result(), null);
  }
}
