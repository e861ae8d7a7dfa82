package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes tasks at random through every door there is and compares the inbox with the engine. Each
 * run has a tenant of its own and a seed; a failure names the seed and the last steps.
 */
@PlatformTest
class InboxConsistencyIT {
  private static final int STEPS = 240;
  private static final int THREADS = 4;
  private final Api api;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  InboxConsistencyIT(
      Api api, ProcessEngine engine, JdbcClient jdbc, TransactionTemplate transaction) {
    this.api = api;
    this.engine = engine;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 20261123})
  void theInboxIsRightWhicheverDoorAChangeCameThrough(long seed) {
    String tenant = Names.unique("doors");
    InboxDoors doors = new InboxDoors(tenant, api, engine, transaction, new Random(seed));
    InboxComparison comparison = new InboxComparison(tenant, engine, jdbc);
    doors.prepare();
    for (int step = 1; step <= STEPS; step++) {
      doors.step();
      if (step % 10 == 0) {
        comparison.check("seed " + seed + " after " + doors.log());
      }
    }
    comparison.checkTrail();
    assertThat(doors.effects()).as("steps that changed something").isGreaterThan(STEPS / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 4711})
  void theInboxIsRightWhenManyChangeTheSameTasksAtOnce(long seed) throws Exception {
    String tenant = Names.unique("crowd");
    new InboxDoors(tenant, api, engine, transaction, new Random(seed)).prepare();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<Callable<InboxDoors>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed + thread);
      work.add(
          () -> {
            InboxDoors doors = new InboxDoors(tenant, api, engine, transaction, random);
            for (int step = 0; step < STEPS / THREADS; step++) {
              doors.step();
            }
            return doors;
          });
    }
    try {
      for (Future<InboxDoors> done : pool.invokeAll(work)) {
        assertThat(done.get().effects()).isPositive();
      }
    } finally {
      pool.shutdown();
    }
    InboxComparison comparison = new InboxComparison(tenant, engine, jdbc);
    // A timer that lost a race is tried again seconds later, between two reads of a comparison.
    await().untilAsserted(() -> comparison.check("seed " + seed));
    await().untilAsserted(comparison::checkTrail);
  }
}
