package io.flowmaster.worker.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.worker.Variable;
import io.flowmaster.worker.Worker;
import org.junit.jupiter.api.Test;

class WorkerCoverageTest {
  @Test
  void whatFitsPasses() {
    WorkerCoverage.of(LoanWorkers.class).diagrams("loan/*.bpmn").verify();
  }

  @Test
  void whatDoesNotFitIsSaid() {
    assertThat(WorkerCoverage.of(Others.class).diagrams("loan/*.bpmn").findings())
        .containsExactly(
            "loan, check: Others.check needs age, which nobody sets",
            "loan, check: Others.check throws TOO_YOUNG, which no event catches",
            "loan, check: its error event waits for NO_HISTORY, which Others.check does not declare",
            "loan, pay: nobody works the topic payout");
    assertThatThrownBy(() -> WorkerCoverage.of(Others.class).diagrams("loan/*.bpmn").verify())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nobody works the topic payout");
  }

  @Test
  void whatComesFromElsewhereIsTold() {
    assertThat(
            WorkerCoverage.of(Others.class)
                .diagrams("loan/*.bpmn")
                .given("loan", "age")
                .workedElsewhere("payout")
                .findings())
        .noneMatch(finding -> finding.contains("age") || finding.contains("payout"));
  }

  static class Others {
    @Worker(value = "credit-check", errors = "TOO_YOUNG")
    void check(@Variable int age, @Variable String name) {}
  }
}
