package io.flowmaster.audit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.audit.ErasureNotFound;
import io.flowmaster.audit.ErasureReport;
import io.flowmaster.audit.Erasures;
import io.flowmaster.audit.PersonErased;
import io.flowmaster.audit.PersonStillNeeded;
import io.flowmaster.audit.internal.JdbcAuditEraser.Replaced;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.PersonalData;
import io.flowmaster.platform.PersonalData.Erased;
import io.flowmaster.platform.PersonalData.Person;
import io.flowmaster.platform.UserId;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks every area to forget a person, then the audit log, and keeps the report. */
@Component
class JdbcErasures implements Erasures {
  private static final int PSEUDONYM_DIGITS = 12;
  private final List<PersonalData> areas;
  private final JdbcAuditSealer sealer;
  private final JdbcAuditEraser eraser;
  private final PersonNames names;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcErasures(
      List<PersonalData> areas,
      JdbcAuditSealer sealer,
      JdbcAuditEraser eraser,
      PersonNames names,
      JdbcClient jdbc,
      ObjectMapper json,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.areas = areas;
    this.sealer = sealer;
    this.eraser = eraser;
    this.names = names;
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public ErasureReport erase(
      UserId id, @Nullable String name, @Nullable String reason, Set<String> variables) {
    if (id.equals(current.get().id()) || id.value().equals("system")) {
      throw new InvalidValue("person", "Another administrator erases you; the system is nobody.");
    }
    return transaction.execute(
        status -> {
          Person person = names.of(current.tenant(), id, name).with(variables);
          List<String> hindrances =
              areas.stream().flatMap(area -> area.hindrances(person).stream()).toList();
          if (!hindrances.isEmpty()) {
            throw new PersonStillNeeded(hindrances);
          }
          return forget(person, reason);
        });
  }

  private ErasureReport forget(Person person, @Nullable String reason) {
    String erasure = Ids.next();
    String pseudonym = "erased-" + ChainHash.salt().substring(0, PSEUDONYM_DIGITS);
    Map<String, Map<String, Integer>> changed = new TreeMap<>();
    List<String> kept = new ArrayList<>();
    for (PersonalData area : areas) {
      Erased erased = area.erase(person, pseudonym);
      changed.put(area.area(), erased.changed());
      kept.addAll(erased.kept());
    }
    sealWritten();
    Replaced replaced = eraser.erase(erasure, person, pseudonym);
    changed.put("audit", Map.of("entries", replaced.entries()));
    Instant now = clock.instant();
    events.publishEvent(
        new PersonErased(
            person.tenant(),
            erasure,
            pseudonym,
            replaced.entries(),
            replaced.digest(),
            totals(changed),
            now));
    sealWritten();
    ErasureReport report =
        new ErasureReport(
            erasure, pseudonym, now, current.get().id(), reason, changed, List.copyOf(kept));
    keep(report);
    return report;
  }

  /** Seals what this transaction has told so far, too: nothing may be written after the eraser. */
  private void sealWritten() {
    BeforeCommit.handleNow();
    sealer.sealAll();
  }

  private static Map<String, Integer> totals(Map<String, Map<String, Integer>> changed) {
    return changed.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                area -> area.getValue().values().stream().mapToInt(Integer::intValue).sum()));
  }

  private void keep(ErasureReport report) {
    try {
      jdbc.sql(
              "insert into audit_erasure (id, tenant, at, report) values (:id, :tenant, :at, :report)")
          .param("id", report.id())
          .param("tenant", current.tenant().value())
          .param("at", Timestamp.from(report.at()))
          .param("report", json.writeValueAsString(report))
          .update();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Page<ErasureReport> list(PageQuery page) {
    List<ErasureReport> rows =
        jdbc.sql(
                """
                select report from audit_erasure where tenant = :tenant and id < :before
                order by id desc limit :limit
                """)
            .param("tenant", current.tenant().value())
            .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> read(row.getString("report")))
            .list();
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from audit_erasure where tenant = :tenant")
                .param("tenant", current.tenant().value())
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, report -> List.of(report.id()), total);
  }

  @Override
  public ErasureReport get(String id) {
    return jdbc.sql("select report from audit_erasure where tenant = :tenant and id = :id")
        .param("tenant", current.tenant().value())
        .param("id", id)
        .query((row, n) -> read(row.getString("report")))
        .optional()
        .orElseThrow(ErasureNotFound::new);
  }

  private ErasureReport read(String report) {
    try {
      return json.readValue(report, ErasureReport.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
