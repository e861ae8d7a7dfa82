package io.flowmaster.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.flowmaster.audit.AuditTrail;
import io.flowmaster.audit.ChainAnchor;
import io.flowmaster.audit.ChainReport;
import io.flowmaster.audit.ChainReport.Fault;
import io.flowmaster.audit.WriteServed;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class AuditChainIT {
  private final TenantId tenant = new TenantId(Names.unique("chained"));
  private final AuditTrail trail;
  private final JdbcAuditSealer sealer;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  AuditChainIT(
      AuditTrail trail,
      JdbcAuditSealer sealer,
      ApplicationEventPublisher events,
      CurrentActor current,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.trail = trail;
    this.sealer = sealer;
    this.events = events;
    this.current = current;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Test
  void whatIsSealedIsIntact() {
    written(7);
    ChainReport report = verified(null);
    assertThat(report.intact()).isTrue();
    assertThat(report.sealed()).isEqualTo(7);
    assertThat(report.unsealed()).isZero();
    assertThat(report.head().seq()).isEqualTo(7);
  }

  @Test
  void aChangedEntryShows() {
    written(5);
    tamper(
        "update audit_entry set detail = replace(detail, 'PUT', 'GET') where tenant = :tenant and seq = 3");
    assertBreak(verified(null), 3, Fault.ALTERED);
  }

  @Test
  void aChangedActorShows() {
    written(3);
    tamper("update audit_entry set actor = 'somebody' where tenant = :tenant and seq = 2");
    assertBreak(verified(null), 2, Fault.ALTERED);
  }

  @Test
  void aRemovedEntryShows() {
    written(5);
    tamper("delete from audit_entry where tenant = :tenant and seq = 2");
    assertBreak(verified(null), 2, Fault.MISSING);
  }

  @Test
  void aRemovedEndShows() {
    written(5);
    tamper("delete from audit_entry where tenant = :tenant and seq = 5");
    assertBreak(verified(null), 5, Fault.MISSING);
  }

  @Test
  void anEntryThatClaimsToBeErasedShows() {
    written(4);
    tamper(
        "update audit_entry set actor = 'x', erasure = 'forged' where tenant = :tenant and seq = 2");
    assertBreak(verified(null), 2, Fault.UNACCOUNTED);
  }

  @Test
  void aChainThatWasCutWithItsHeadShowsByAnAnchor() {
    written(5);
    ChainAnchor anchor = verified(null).head();
    tamper("delete from audit_entry where tenant = :tenant and seq > 3");
    tamper(
        "update audit_chain set seq = 3, hash = (select e.hash from audit_entry e where e.tenant = :tenant and e.seq = 3) where tenant = :tenant");
    assertThat(verified(null).intact()).isTrue();
    assertBreak(verified(anchor), 4, Fault.MISSING);
  }

  @Test
  void aForeignAnchorShows() {
    written(2);
    assertBreak(verified(new ChainAnchor(1, "f".repeat(64))), 1, Fault.NOT_THE_ANCHOR);
  }

  @Test
  void anEntryOfASlowTransactionIsSealedWhenItCommits() throws Exception {
    ExecutorService slow = Executors.newSingleThreadExecutor();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    try {
      Future<?> late =
          slow.submit(
              () ->
                  transaction.executeWithoutResult(
                      status -> {
                        event("late");
                        written.countDown();
                        await(others);
                      }));
      await(written);
      written(3);
      assertThat(verified(null).sealed()).isEqualTo(3);
      others.countDown();
      late.get();
      allSealed();
      ChainReport report = verified(null);
      assertThat(report.sealed()).isEqualTo(4);
      assertThat(report.intact()).isTrue();
    } finally {
      slow.shutdownNow();
    }
  }

  @Test
  void manySealersMakeOneChain() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  n ->
                      nodes.submit(
                          () -> {
                            for (int i = 0; i < 20; i++) {
                              transaction.executeWithoutResult(status -> event("n" + n));
                              sealer.run();
                            }
                          }))
              .toList();
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      nodes.shutdown();
    }
    allSealed();
    ChainReport report = verified(null);
    assertThat(report.intact()).as("%s", report).isTrue();
    assertThat(report.sealed()).isEqualTo(80);
  }

  @Test
  void postgresqlRefusesToChangeWhatIsSealed() {
    assumeThat(System.getProperty("flowmaster.test.database", "h2")).isEqualTo("postgresql");
    written(1);
    for (String change :
        List.of(
            "update audit_entry set actor = 'x' where tenant = :tenant",
            "delete from audit_entry where tenant = :tenant")) {
      assertThatThrownBy(() -> jdbc.sql(change).param("tenant", tenant.value()).update())
          .hasMessageContaining("append-only");
    }
  }

  private void written(int count) {
    for (int i = 0; i < count; i++) {
      String path = "/things/" + i;
      transaction.executeWithoutResult(status -> event(path));
    }
    allSealed();
  }

  /** The platform's own sealing may be at work at the same moment. */
  private void allSealed() {
    Awaitility.await()
        .until(
            () -> {
              sealer.run();
              return verified(null).unsealed() == 0;
            });
  }

  private void event(String path) {
    events.publishEvent(new WriteServed(tenant, "PUT", path, Instant.now()));
  }

  private ChainReport verified(ChainAnchor anchor) {
    return current.as(Actor.system(tenant), () -> trail.verify(anchor));
  }

  private static void assertBreak(ChainReport report, long seq, Fault fault) {
    assertThat(report.intact()).isFalse();
    assertThat(report.firstBreak().seq()).isEqualTo(seq);
    assertThat(report.firstBreak().fault()).isEqualTo(fault);
  }

  /** As somebody who owns the database would do it. */
  private void tamper(String sql) {
    boolean triggers = System.getProperty("flowmaster.test.database", "h2").equals("postgresql");
    transaction.executeWithoutResult(
        status -> {
          if (triggers) {
            jdbc.sql("set local session_replication_role = replica").update();
          }
          jdbc.sql(sql).param("tenant", tenant.value()).update();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
