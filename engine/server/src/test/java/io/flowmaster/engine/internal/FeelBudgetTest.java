package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FeelBudgetTest {
  private static final int ROUNDS = 1_000;

  @Test
  void anEvaluationEndsWithTheCommandThatWantsIt() {
    FeelBudget late = new FeelBudget(limits(), FeelBudget.worked() - 1);
    assertThatThrownBy(() -> work(late)).isInstanceOf(FeelBudget.Spent.class);
    FeelBudget alone = new FeelBudget(limits(), Long.MAX_VALUE);
    assertThatCode(() -> work(alone)).doesNotThrowAnyException();
  }

  private static void work(FeelBudget budget) {
    for (int i = 0; i < ROUNDS; i++) {
      budget.step();
    }
  }

  private static PolicyProperties limits() {
    return new PolicyProperties(
        new PolicyProperties.Allowance(Set.of(), Set.of(), Set.of(), Set.of()),
        Map.of(),
        DataSize.ofMegabytes(5),
        200,
        10_000,
        Duration.ofSeconds(5),
        1_000_000,
        250_000,
        50_000,
        Duration.ofSeconds(60),
        DataSize.ofMegabytes(64));
  }
}
