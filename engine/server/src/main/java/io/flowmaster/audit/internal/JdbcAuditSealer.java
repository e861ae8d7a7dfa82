package io.flowmaster.audit.internal;

import io.flowmaster.audit.ChainAnchor;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves entries into their tenants' chains, shortly after they were committed. Writers never wait
 * for each other: the order in the chain is settled here, by one node at a time, and an entry whose
 * transaction took long comes later in the chain than its time.
 */
@Component
class JdbcAuditSealer {
  private static final int BATCH = 500;

  /** Other scheduled work of this node gets its turn, however much there is to seal. */
  private static final int BATCHES_AT_ONCE = 20;

  private static final String INSERT =
      "insert into audit_entry (seq, salt, content_hash, hash, "
          + AuditRow.COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TransactionTemplate transaction;

  JdbcAuditSealer(JdbcClient jdbc, JdbcTemplate batches, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  void run() {
    for (int i = 0; i < BATCHES_AT_ONCE && waiting(); i++) {
      Integer sealed = transaction.execute(status -> taken() ? 0 : sealBatch());
      if (sealed == null || sealed < BATCH) {
        return;
      }
    }
  }

  /** Seals everything that is committed or was written by this transaction; holds the lock. */
  void sealAll() {
    jdbc.sql("select id from audit_sealing for update").query(Integer.class).single();
    while (sealBatch() == BATCH) {
      continue;
    }
  }

  private boolean waiting() {
    return jdbc.sql("select id from audit_tail limit 1").query(String.class).optional().isPresent();
  }

  private boolean taken() {
    return jdbc.sql("select id from audit_sealing for update skip locked")
        .query(Integer.class)
        .optional()
        .isEmpty();
  }

  private int sealBatch() {
    List<AuditRow> rows =
        jdbc.sql("select " + AuditRow.COLUMNS + " from audit_tail order by id limit :limit")
            .param("limit", BATCH)
            .query((row, n) -> AuditRow.of(row))
            .list();
    Map<String, List<AuditRow>> byTenant = new LinkedHashMap<>();
    rows.forEach(row -> byTenant.computeIfAbsent(row.tenant(), t -> new ArrayList<>()).add(row));
    byTenant.forEach(this::append);
    if (!rows.isEmpty()) {
      jdbc.sql("delete from audit_tail where id in (:ids)")
          .param("ids", rows.stream().map(AuditRow::id).toList())
          .update();
    }
    return rows.size();
  }

  private void append(String tenant, List<AuditRow> rows) {
    ChainAnchor end = end(tenant);
    ChainHash hashes = new ChainHash();
    long seq = end.seq();
    String hash = end.hash();
    List<Object[]> sealed = new ArrayList<>();
    for (AuditRow row : rows) {
      String salt = ChainHash.salt();
      String content = hashes.content(row, salt);
      hash = hashes.link(hash, ++seq, content);
      sealed.add(values(row, seq, salt, content, hash));
    }
    batches.batchUpdate(INSERT, sealed);
    jdbc.sql("update audit_chain set seq = :seq, hash = :hash where tenant = :tenant")
        .param("seq", seq)
        .param("hash", hash)
        .param("tenant", tenant)
        .update();
  }

  private ChainAnchor end(String tenant) {
    return jdbc.sql("select seq, hash from audit_chain where tenant = :tenant")
        .param("tenant", tenant)
        .query((row, n) -> new ChainAnchor(row.getLong("seq"), row.getString("hash")))
        .optional()
        .orElseGet(() -> begin(tenant));
  }

  private ChainAnchor begin(String tenant) {
    jdbc.sql("insert into audit_chain (tenant, seq, hash) values (:tenant, 0, :hash)")
        .param("tenant", tenant)
        .param("hash", ChainHash.START)
        .update();
    return new ChainAnchor(0, ChainHash.START);
  }

  private static Object[] values(AuditRow row, long seq, String salt, String content, String hash) {
    return new Object[] {
      seq,
      salt,
      content,
      hash,
      row.id(),
      row.tenant(),
      Timestamp.from(row.at()),
      row.actor(),
      row.actorName(),
      row.actorKind(),
      row.onBehalfOf(),
      row.action(),
      row.subject(),
      row.detail(),
      row.before(),
      row.after(),
      row.requestId(),
      row.traceId()
    };
  }
}
