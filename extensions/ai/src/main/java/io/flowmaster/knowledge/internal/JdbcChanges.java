package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.internal.PassageIndex.Place;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The changes that indexes follow. Each takes its number from a row that it holds until its commit,
 * so numbers are seen in their order (ADR 30 says why a sequence does not do).
 */
@Component
class JdbcChanges {
  private final JdbcClient jdbc;
  private final TransactionTemplate apart;

  JdbcChanges(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transaction.getTransactionManager());
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** A source changed in this transaction, which should have little left to do. */
  void add(TenantId tenant, String source) {
    long seq = next(tenant);
    int known =
        jdbc.sql(
                "update knowledge_change set seq = :seq where tenant = :tenant and source = :source")
            .param("seq", seq)
            .param("tenant", tenant.value())
            .param("source", source)
            .update();
    if (known == 0) {
      jdbc.sql("insert into knowledge_change (tenant, source, seq) values (:tenant, :source, :seq)")
          .param("seq", seq)
          .param("tenant", tenant.value())
          .param("source", source)
          .update();
    }
  }

  /** Every source of a collection changes: the collection is about to be deleted. */
  void addAllOf(TenantId tenant, String collection) {
    List<String> sources =
        jdbc.sql("select id from knowledge_source where tenant = :tenant and collection = :id")
            .param("tenant", tenant.value())
            .param("id", collection)
            .query(String.class)
            .list();
    sources.forEach(source -> add(tenant, source));
  }

  private long next(TenantId tenant) {
    if (advance(tenant) == 0) {
      begin(tenant);
      advance(tenant);
    }
    return head(tenant).seq();
  }

  private int advance(TenantId tenant) {
    return jdbc.sql("update knowledge_sequence set seq = seq + 1 where tenant = :tenant")
        .param("tenant", tenant.value())
        .update();
  }

  /** In a transaction of its own, which may lose a race without harm. */
  private void begin(TenantId tenant) {
    try {
      apart.executeWithoutResult(
          status ->
              jdbc.sql(
                      "insert into knowledge_sequence (tenant, epoch, seq) values (:tenant, :epoch, 0)")
                  .param("tenant", tenant.value())
                  .param("epoch", Ids.next())
                  .update());
    } catch (DuplicateKeyException begunMeanwhile) {
      return;
    }
  }

  /** How far the changes are; epoch empty when there are none yet. */
  Place head(TenantId tenant) {
    return jdbc.sql("select epoch, seq from knowledge_sequence where tenant = :tenant")
        .param("tenant", tenant.value())
        .query((row, n) -> new Place(row.getString(1), row.getLong(2)))
        .optional()
        .orElse(new Place("", 0));
  }

  /** A source that changed. */
  record Change(String source, long seq) {}

  List<Change> after(TenantId tenant, long seq, int limit) {
    return jdbc.sql(
            """
            select source, seq from knowledge_change where tenant = :tenant and seq > :seq
            order by seq limit :limit
            """)
        .param("tenant", tenant.value())
        .param("seq", seq)
        .param("limit", limit)
        .query((row, n) -> new Change(row.getString(1), row.getLong(2)))
        .list();
  }
}
