package io.flowmaster.events.internal;

import io.flowmaster.audit.FactTexts;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.WritesAtCommit;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is to be told in the transaction that caused it: all of it together, at its end. It is
 * on the way of everything that the engine does, so it only writes: no read, no second
 * serialization, one index.
 */
@Component
class JdbcOutbox {
  private static final int LONGEST_SUBJECT = 300;
  private static final String INSERT =
      """
      insert into events_outbox (id, tenant, type, source, subject, at, data, traceparent, attributes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final WritesAtCommit writes;
  private final FactTexts texts;
  private final EventNames names;
  private final EventSequencer sequencer;
  private final @Nullable Tracer tracer;
  private final BeforeCommit<List<NewRow>> rows =
      new BeforeCommit<>(BeforeCommit.Stage.RECORDS, ArrayList::new, this::insert);

  JdbcOutbox(
      WritesAtCommit writes,
      FactTexts texts,
      EventNames names,
      EventSequencer sequencer,
      ObjectProvider<Tracer> tracer) {
    this.writes = writes;
    this.texts = texts;
    this.names = names;
    this.sequencer = sequencer;
    this.tracer = tracer.getIfAvailable();
  }

  @EventListener
  void add(DomainEvent fact) {
    names.of(fact).ifPresent(name -> add(row(fact, name)));
  }

  void add(NewRow row) {
    rows.collect(now -> now.add(row));
  }

  private NewRow row(DomainEvent fact, EventNames.Name name) {
    String subject = fact.subject();
    return new NewRow(
        Ids.next(),
        fact.tenant(),
        name.type(),
        name.source(),
        subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
        fact.at(),
        texts.of(fact),
        traceparent(),
        null);
  }

  /** Of what runs now, as W3C Trace Context writes it; null when nobody follows it. */
  @Nullable String traceparent() {
    Span span = tracer == null ? null : tracer.currentSpan();
    if (span == null || !Boolean.TRUE.equals(span.context().sampled())) {
      return null;
    }
    TraceContext context = span.context();
    return "00-" + context.traceId() + "-" + context.spanId() + "-01";
  }

  private void insert(List<NewRow> all) {
    for (NewRow row : all) {
      writes.add(
          INSERT,
          row.id(),
          row.tenant().value(),
          row.type(),
          row.source(),
          text(row.subject()),
          Timestamp.from(row.at()),
          text(row.data()),
          text(row.traceparent()),
          text(row.attributes()));
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              sequencer.soon();
            }
          });
    } else {
      sequencer.soon();
    }
  }

  private static SqlParameterValue text(@Nullable String value) {
    return new SqlParameterValue(Types.VARCHAR, value);
  }
}
