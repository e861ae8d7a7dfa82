package io.flowmaster.rules.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.rules.BatchItem;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.RuleBook;
import io.flowmaster.rules.RuleKeyTaken;
import io.flowmaster.rules.RuleSetArchived;
import io.flowmaster.rules.RuleSetChanged;
import io.flowmaster.rules.RuleSetCreated;
import io.flowmaster.rules.RuleSetDraft;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetNotFound;
import io.flowmaster.rules.RuleSetPublished;
import io.flowmaster.rules.RuleSetState;
import io.flowmaster.rules.RuleSetStatus;
import io.flowmaster.rules.RuleSetVersion;
import io.flowmaster.rules.RuleSetView;
import io.flowmaster.rules.TableAnalysis;
import io.flowmaster.rules.internal.JdbcRuleStore.Model;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rule book in the database. */
@Component
class JdbcRuleBook implements RuleBook {
  private final JdbcRuleStore store;
  private final JdbcRuleVersions versions;
  private final RuleDrafts drafts;
  private final DmnCompiler compiler;
  private final FeelSyntax syntax;
  private final RuleEvaluations evaluations;
  private final EngineDecisions engine;
  private final RuleAccess access;
  private final JdbcRuleTests tests;
  private final RuleAnalysis analysis;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcRuleBook(
      JdbcRuleStore store,
      JdbcRuleVersions versions,
      RuleDrafts drafts,
      DmnCompiler compiler,
      FeelSyntax syntax,
      RuleEvaluations evaluations,
      EngineDecisions engine,
      RuleAccess access,
      JdbcRuleTests tests,
      RuleAnalysis analysis,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.versions = versions;
    this.drafts = drafts;
    this.compiler = compiler;
    this.syntax = syntax;
    this.evaluations = evaluations;
    this.engine = engine;
    this.access = access;
    this.tests = tests;
    this.analysis = analysis;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public RuleSetView create(RuleSetDraft draft) {
    TenantId tenant = current.tenant();
    String key = drafts.key(tenant, draft);
    String name = draft.name() == null ? key : draft.name();
    Model model = drafts.model(key, name, draft);
    if (model == null) {
      throw new InvalidValue("model", "Send dmnXml or table.");
    }
    RuleSetId id = new RuleSetId(Ids.next());
    try {
      transaction.executeWithoutResult(
          status -> {
            Instant now = clock.instant();
            store.insert(tenant, id, key, name, model, by(), now);
            publish(new RuleSetCreated(tenant, id, key, name, now));
          });
    } catch (DuplicateKeyException e) {
      throw new RuleKeyTaken(key);
    }
    return get(id);
  }

  @Override
  public Page<RuleSetView> search(
      @Nullable String q, @Nullable RuleSetStatus status, PageQuery page) {
    return store.page(current.tenant(), q, status, page);
  }

  @Override
  public RuleSetView get(RuleSetId id) {
    RuleSetView rules = access.find(id);
    Model draft = store.draft(id);
    return rules.withModel(
        draft.dmn(),
        ModelMarks.of(draft.dmn()).asked(),
        compiler.compiled(draft.checksum(), draft.dmn()).views());
  }

  @Override
  public RuleSetView change(RuleSetId id, RuleSetDraft change, @Nullable String ifMatch) {
    transaction.executeWithoutResult(
        status -> {
          RuleSetView rules = access.editable(id, ifMatch, true);
          String name = change.name() == null ? rules.name() : change.name();
          Model sent = drafts.model(rules.key(), name, change);
          Model former = store.draft(id);
          Model model = drafts.asking(sent == null ? former : sent, change);
          Instant now = clock.instant();
          store.update(id, name, model, by(), now);
          publish(
              new RuleSetChanged(
                  current.tenant(),
                  id,
                  rules.key(),
                  name,
                  new RuleSetState(rules.name(), TextDigest.of(former.dmn()), null),
                  new RuleSetState(name, TextDigest.of(model.dmn()), null),
                  now));
        });
    return get(id);
  }

  @Override
  public void archive(RuleSetId id, @Nullable String ifMatch) {
    transaction.executeWithoutResult(
        status -> {
          RuleSetView rules = access.editable(id, ifMatch, false);
          Instant now = clock.instant();
          versions.release(id);
          store.update(id, RuleSetStatus.ARCHIVED, rules.latestVersion(), by(), now);
          publish(new RuleSetArchived(current.tenant(), id, rules.key(), rules.status(), now));
        });
  }

  @Override
  public Published publish(RuleSetId id, @Nullable String changelog) {
    Published published = transaction.execute(status -> publishLocked(id, changelog));
    return new Published(published.version(), published.isNew(), get(id));
  }

  private Published publishLocked(RuleSetId id, @Nullable String changelog) {
    TenantId tenant = current.tenant();
    RuleSetView rules = access.editable(id, null, false);
    Model draft = store.draft(id);
    if (rules.latestVersion() != null && !rules.unpublishedChanges()) {
      return new Published(version(id, rules.latestVersion()), false, rules);
    }
    CompiledRules compiled = compiler.compiled(draft.checksum(), draft.dmn());
    syntax.check(SafeDmn.read(draft.dmn()), compiled);
    tests.require(id, rules.key(), compiled);
    List<String> decisions = List.copyOf(compiled.decisions().keySet());
    versions.claim(tenant, id, decisions);
    int number = rules.latestVersion() == null ? 1 : rules.latestVersion() + 1;
    String deployment = engine.deploy(tenant, rules.key(), number, draft.dmn());
    Instant now = clock.instant();
    RuleSetVersion version =
        new RuleSetVersion(number, deployment, draft.checksum(), changelog, now, by(), draft.dmn());
    versions.insert(tenant, id, version);
    store.update(id, RuleSetStatus.PUBLISHED, number, by(), now);
    publish(
        new RuleSetPublished(
            tenant, id, rules.key(), rules.latestVersion(), number, deployment, decisions, now));
    return new Published(version, true, rules);
  }

  @Override
  public Page<RuleSetVersion> versions(RuleSetId id, PageQuery page) {
    access.find(id);
    return versions.page(current.tenant(), id, page);
  }

  @Override
  public RuleSetVersion version(RuleSetId id, int version) {
    return versions
        .find(current.tenant(), id, version)
        .orElseThrow(() -> versionNotFound(id, version));
  }

  private static RuleSetNotFound versionNotFound(RuleSetId id, int version) {
    return new RuleSetNotFound("version %d of rule set %s".formatted(version, id));
  }

  @Override
  public List<TableAnalysis> analysis(RuleSetId id, @Nullable Integer version) {
    access.find(id);
    return analysis.of(
        version == null ? store.draft(id).dmn() : String.valueOf(version(id, version).dmnXml()));
  }

  @Override
  public Evaluation evaluate(RuleSetId id, EvaluationRequest request) {
    return evaluations.one(model(id, request.version()), request);
  }

  @Override
  public List<BatchItem> evaluate(RuleSetId id, List<EvaluationRequest> requests) {
    return evaluations.many(version -> model(id, version), requests);
  }

  private RuleEvaluations.Source model(RuleSetId id, @Nullable Integer asked) {
    RuleSetView rules = access.find(id);
    Integer number = asked == null ? rules.latestVersion() : asked;
    if (number == null) {
      Model draft = store.draft(id);
      return new RuleEvaluations.Source(
          compiler.compiled(draft.checksum(), draft.dmn()), rules.key(), null);
    }
    String checksum =
        versions
            .checksum(current.tenant(), id, number)
            .orElseThrow(() -> versionNotFound(id, number));
    CompiledRules compiled =
        compiler.compiled(checksum, () -> String.valueOf(version(id, number).dmnXml()));
    return new RuleEvaluations.Source(compiled, rules.key(), number);
  }

  private String by() {
    return current.get().id().value();
  }

  private void publish(DomainEvent event) {
    events.publishEvent(event);
  }
}
