package io.flowmaster.policies.internal;

import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.policies.Explanation;
import io.flowmaster.policies.NothingToPublish;
import io.flowmaster.policies.PolicyBook;
import io.flowmaster.policies.PolicyDisabled;
import io.flowmaster.policies.PolicyDrafted;
import io.flowmaster.policies.PolicyPublished;
import io.flowmaster.policies.PolicySubject;
import io.flowmaster.policies.PolicyVersion;
import io.flowmaster.policies.PolicyVersionNotFound;
import io.flowmaster.policies.PolicyView;
import io.flowmaster.policies.UnusablePolicy;
import io.flowmaster.policies.internal.JdbcPolicyStore.Row;
import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.DecisionTables;
import io.flowmaster.rules.DecisionTables.Table;
import io.flowmaster.rules.UnreadableRules;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The policy book in the database. */
@Component
class JdbcPolicyBook implements PolicyBook {
  private static final Explanation ROLES_ALONE =
      new Explanation(true, null, "No policy is in force: the roles decide.", List.of(), null);
  private final JdbcPolicyStore store;
  private final LivePolicies live;
  private final DecisionTables tables;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcPolicyBook(
      JdbcPolicyStore store,
      LivePolicies live,
      DecisionTables tables,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.live = live;
    this.tables = tables;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public PolicyView current() {
    Row row = store.find(current.tenant()).orElse(new Row(0, null, null));
    return new PolicyView(
        row.inForce() == null ? null : version(row.inForce()),
        row.draft(),
        new Revision(row.revision()));
  }

  @Override
  public PolicyView draft(
      @Nullable String dmnXml, @Nullable DecisionTableSketch table, @Nullable String ifMatch) {
    if ((dmnXml == null) == (table == null)) {
      throw new InvalidValue("model", "Send either dmnXml or table.");
    }
    String dmn = table == null ? dmnXml : tables.draw("access", "Access policy", table);
    usable(Objects.requireNonNull(dmn));
    return changed(
        ifMatch,
        row -> {
          TextDigest former = row.draft() == null ? null : TextDigest.of(row.draft().dmnXml());
          publish(new PolicyDrafted(current.tenant(), former, TextDigest.of(dmn), clock.instant()));
          PolicyView.Draft draft = new PolicyView.Draft(dmn, clock.instant(), me().id());
          return new Row(row.revision() + 1, row.inForce(), draft);
        });
  }

  @Override
  public PolicyView publish(@Nullable String changelog, @Nullable String ifMatch) {
    return changed(
        ifMatch,
        row -> {
          if (row.draft() == null) {
            throw new NothingToPublish("There is no draft. Put one at /policies/draft first.");
          }
          usable(row.draft().dmnXml());
          return released(row, row.draft().dmnXml(), changelog, null, null);
        });
  }

  @Override
  public PolicyView rollBack(int version, @Nullable String ifMatch) {
    return changed(
        ifMatch,
        row -> {
          PolicyVersion earlier =
              store
                  .version(current.tenant(), version)
                  .orElseThrow(() -> new PolicyVersionNotFound(version));
          String dmn = Objects.requireNonNull(earlier.dmnXml());
          usable(dmn);
          return released(row, dmn, earlier.changelog(), version, row.draft());
        });
  }

  @Override
  public PolicyView disable(@Nullable String ifMatch) {
    return changed(
        ifMatch,
        row -> {
          if (row.inForce() == null) {
            throw new NothingToPublish("No policy is in force: the roles alone decide already.");
          }
          publish(new PolicyDisabled(current.tenant(), row.inForce(), clock.instant()));
          return new Row(row.revision() + 1, null, row.draft());
        });
  }

  @Override
  public Page<PolicyVersion> versions(PageQuery page) {
    return store.versions(current.tenant(), page);
  }

  @Override
  public PolicyVersion version(int version) {
    PolicyVersion found =
        store
            .version(current.tenant(), version)
            .orElseThrow(() -> new PolicyVersionNotFound(version));
    return new PolicyVersion(
        found.version(),
        found.publishedAt(),
        found.publishedBy(),
        found.changelog(),
        found.rolledBackTo(),
        tables.compile(Objects.requireNonNull(found.dmnXml())).rules(),
        found.dmnXml());
  }

  @Override
  public Explanation explain(
      PolicySubject subject, Resource resource, String action, boolean draft) {
    if (!draft) {
      return live.of(current.tenant())
          .map(policy -> policy.decide(subject, resource, action))
          .orElse(ROLES_ALONE);
    }
    PolicyView.Draft kept = current().draft();
    if (kept == null) {
      throw new NothingToPublish("There is no draft. Put one at /policies/draft first.");
    }
    return new PolicyTable(tables.compile(kept.dmnXml()), kept.dmnXml(), null)
        .decide(subject, resource, action);
  }

  private PolicyView changed(@Nullable String ifMatch, UnaryOperator<Row> change) {
    TenantId tenant = current.tenant();
    transaction.executeWithoutResult(
        status -> {
          Row row = store.lock(tenant);
          new Revision(row.revision()).requireMatch(ifMatch);
          store.save(tenant, change.apply(row));
        });
    live.changed(tenant);
    return current();
  }

  private Row released(
      Row row,
      String dmn,
      @Nullable String changelog,
      @Nullable Integer rolledBackTo,
      PolicyView.@Nullable Draft draft) {
    TenantId tenant = current.tenant();
    int number = store.latest(tenant) + 1;
    store.insert(
        tenant,
        new PolicyVersion(number, clock.instant(), me().id(), changelog, rolledBackTo, null, dmn));
    publish(
        new PolicyPublished(
            tenant, row.inForce(), number, changelog, rolledBackTo, clock.instant()));
    return new Row(row.revision() + 1, number, draft);
  }

  /** Decides once about nothing in particular, so that what always fails is told at once. */
  private void usable(String dmn) {
    Table table = tables.compile(dmn);
    if (!dmn.contains("name=\"effect\"")) {
      throw new UnusablePolicy(
          "The table needs an output effect, which gives \"allow\" or \"deny\".");
    }
    PolicySubject nobody =
        new PolicySubject("nobody", Actor.Kind.PERSON, List.of(), List.of(), null, Map.of());
    try {
      Resource nothing = new Resource("task", "1", Map.of());
      Explanation tried = new PolicyTable(table, dmn, null).decide(nobody, nothing, "read");
      if (!tried.allowed() && tried.decidedBy() == null) {
        throw new UnusablePolicy(tried.because());
      }
    } catch (UnreadableRules e) {
      throw new UnusablePolicy("The table cannot decide: " + e.getMessage());
    }
  }

  private Actor me() {
    return current.get();
  }

  private void publish(DomainEvent event) {
    events.publishEvent(event);
  }
}
