package io.flowmaster.models.internal;

import io.flowmaster.models.Budget;
import io.flowmaster.models.Budget.Scope;
import io.flowmaster.models.BudgetNearlySpent;
import io.flowmaster.models.BudgetReached;
import io.flowmaster.models.BudgetSpent;
import io.flowmaster.models.ModelCall.Account;
import io.flowmaster.models.internal.JdbcBudgetStore.Row;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether there is money left, and who is told when there hardly is. */
@Component
class BudgetWatch {
  private final JdbcBudgetStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BudgetWatch(JdbcBudgetStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws BudgetSpent when one that covers the call is used up
   */
  void require(TenantId tenant, Account account) {
    for (Row row : covering(tenant, text(account.agent()), text(account.processKey()))) {
      if (store.spent(tenant, row, today()).percent() >= 100) {
        throw new BudgetSpent(words(row));
      }
    }
  }

  /** In the transaction that wrote the call down. */
  void told(TenantId tenant, CallRow call) {
    for (Row row : covering(tenant, call.agent(), call.processKey())) {
      LocalDate begin = row.begin(today());
      Budget budget = store.spent(tenant, row, today());
      if (budget.percent() >= 100 && store.mark(tenant, row.id(), true, begin)) {
        events.publishEvent(
            new BudgetReached(tenant, row.id(), budget.scope(), budget.subject(), call.at()));
      } else if (budget.percent() >= budget.warnPercent()
          && budget.percent() < 100
          && store.mark(tenant, row.id(), false, begin)) {
        events.publishEvent(
            new BudgetNearlySpent(
                tenant, row.id(), budget.scope(), budget.subject(), budget.percent(), call.at()));
      }
    }
  }

  private List<Row> covering(TenantId tenant, String agent, String processKey) {
    return store.all(tenant).stream().filter(row -> row.covers(agent, processKey)).toList();
  }

  private static String words(Row row) {
    Scope scope = row.draft().scope();
    return switch (scope) {
      case TENANT -> "of the tenant";
      case AGENT -> "of the agent " + row.draft().subject();
      case PROCESS -> "of the process " + row.draft().subject();
    };
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
