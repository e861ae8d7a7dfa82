package io.flowmaster.worker.test;

import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.Variable;
import io.flowmaster.worker.Worker;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The example of the tests. */
class LoanWorkers {
  private final Clock clock;
  final AtomicInteger failures = new AtomicInteger();

  LoanWorkers(Clock clock) {
    this.clock = clock;
  }

  record Application(String name, double income, String country, @Nullable String remark) {}

  record Decision(LocalDate checkedOn, Limit limit) {}

  record Limit(double amount, String currency) {}

  @Worker(value = "credit-check", errors = "NO_HISTORY")
  Decision check(Application application) {
    if (failures.getAndUpdate(n -> Math.max(n - 1, 0)) > 0) {
      throw new IllegalStateException("The bureau does not answer");
    }
    if (application.name().equals("Nobody")) {
      throw new BusinessError("NO_HISTORY", "Nothing is known about Nobody");
    }
    return new Decision(
        LocalDate.now(clock), new Limit(application.income() * 2, application.country()));
  }

  @Worker("payout")
  void pay(@Variable Limit limit) {}
}
