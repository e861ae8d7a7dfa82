package io.flowmaster.worker.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WorkerTest("loan/*")
class WorkerEngineTest {
  private static final Map<String, Object> ANA = Map.of("name", "Ana", "income", 2100);

  @Test
  void workersAndPeopleBringAnExecutionToItsEnd(WorkerEngine engine) {
    engine.clock().set(Instant.parse("2026-03-01T12:00:00Z"));
    TestExecution loan =
        engine.workers(new LoanWorkers(engine.clock())).start("loan", "L-1", ANA).waitsAt("wait");
    loan.has("checkedOn", "2026-03-01").has("limit", Map.of("amount", 4200.0, "currency", "DE"));
    engine.advance(Duration.ofDays(14));
    loan.waitsAt("sign").does("sign", Map.of("signed", true)).passed("pay").endedAt("granted");
    assertThat(loan.variables()).containsEntry("signed", true);
  }

  @Test
  void aBusinessErrorGoesItsWay(WorkerEngine engine) {
    engine
        .workers(new LoanWorkers(engine.clock()))
        .start("loan", Map.of("name", "Nobody", "income", 1))
        .endedAt("refused");
  }

  @Test
  void aFailureIsTriedAgainWhenItsPauseIsOver(WorkerEngine engine) {
    LoanWorkers workers = new LoanWorkers(engine.clock());
    workers.failures.set(1);
    TestExecution loan = engine.workers(workers).start("loan", ANA).waitsAt("check");
    assertThat(loan.incidents()).isEmpty();
    engine.advance(Duration.ofSeconds(4));
    loan.waitsAt("check");
    engine.advance(Duration.ofSeconds(2));
    loan.waitsAt("wait");
  }

  @Test
  void whatFailsAgainAndAgainIsAnIncident(WorkerEngine engine) {
    LoanWorkers workers = new LoanWorkers(engine.clock());
    workers.failures.set(9);
    TestExecution loan = engine.workers(workers).start("loan", ANA);
    for (int i = 0; i < 4; i++) {
      engine.advance(Duration.ofMinutes(5));
    }
    assertThat(loan.incidents()).containsExactly("The bureau does not answer");
    assertThatThrownBy(() -> loan.endedAt("granted"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The bureau does not answer");
  }

  @Test
  void aMockStandsForAWorkerOfAnotherProgram(WorkerEngine engine) {
    engine
        .mock("credit-check", variables -> Map.of("limit", variables.get("income")))
        .start("loan", ANA)
        .has("limit", 2100);
  }
}
