package io.flowmaster.models.internal;

import io.flowmaster.models.Budget;
import io.flowmaster.models.Budget.Draft;
import io.flowmaster.models.Budget.Scope;
import io.flowmaster.models.BudgetDeleted;
import io.flowmaster.models.BudgetNotFound;
import io.flowmaster.models.BudgetSaved;
import io.flowmaster.models.BudgetTaken;
import io.flowmaster.models.Budgets;
import io.flowmaster.models.internal.JdbcBudgetStore.Row;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The budgets of the current tenant, from their table. */
@Component
class JdbcBudgets implements Budgets {
  private static final int MOST = 200;
  private final JdbcBudgetStore store;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcBudgets(
      JdbcBudgetStore store, CurrentActor current, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<Budget> all() {
    return store.all(tenant()).stream().map(this::spent).toList();
  }

  @Override
  public Budget get(String id) {
    return spent(found(id, false));
  }

  @Override
  @Transactional
  public Budget create(Draft draft) {
    check(draft);
    if (store.all(tenant()).size() >= MOST) {
      throw new BudgetTaken("There are at most " + MOST + " budgets; delete some.");
    }
    String id = Ids.next();
    try {
      store.insert(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException taken) {
      throw taken();
    }
    return saved(id, draft);
  }

  @Override
  @Transactional
  public Budget change(String id, Draft draft, @Nullable String ifMatch) {
    new Revision(found(id, true).revision()).requireMatch(ifMatch);
    check(draft);
    try {
      store.update(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException taken) {
      throw taken();
    }
    return saved(id, draft);
  }

  private Budget saved(String id, Draft draft) {
    String limit =
        (draft.limitUsd() == null ? "" : draft.limitUsd().toPlainString() + " USD ")
            + (draft.limitTokens() == null ? "" : draft.limitTokens() + " tokens ")
            + "a "
            + draft.period().name().toLowerCase(java.util.Locale.ROOT);
    events.publishEvent(
        new BudgetSaved(tenant(), id, draft.scope(), draft.subject(), limit, clock.instant()));
    return get(id);
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    Row row = found(id, true);
    if (ifMatch != null) {
      new Revision(row.revision()).requireMatch(ifMatch);
    }
    store.delete(tenant(), id);
    events.publishEvent(
        new BudgetDeleted(
            tenant(), id, row.draft().scope(), row.draft().subject(), clock.instant()));
  }

  private static void check(Draft draft) {
    if (draft.limitUsd() == null && draft.limitTokens() == null) {
      throw new InvalidValue("budget", "A budget has limitUsd or limitTokens, or both.");
    }
    if (draft.scope() == Scope.TENANT != draft.subject().isEmpty()) {
      throw new InvalidValue(
          "budget",
          "A subject is the id of the agent or the key of the process; a tenant has none.");
    }
  }

  private static BudgetTaken taken() {
    return new BudgetTaken("There is a budget for that in this period already; change it.");
  }

  private Row found(String id, boolean lock) {
    return store.find(tenant(), id, lock).orElseThrow(() -> new BudgetNotFound(id));
  }

  private Budget spent(Row row) {
    return store.spent(tenant(), row, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
