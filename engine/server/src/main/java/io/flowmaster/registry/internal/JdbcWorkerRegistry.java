package io.flowmaster.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.registry.AnnouncedWorker;
import io.flowmaster.registry.AnnouncedWorker.WorkedTopic;
import io.flowmaster.registry.TooManyServices;
import io.flowmaster.registry.WorkerRegistry;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workers are rows that their announcements keep young. */
@Component
class JdbcWorkerRegistry implements WorkerRegistry {
  /** No tenant has this id: the rows of those that work for all. */
  private static final String ALL = "*";

  private static final String PLATFORM = "platform";
  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final RegistryProperties properties;
  private final ObjectMapper json;
  private final Clock clock;

  JdbcWorkerRegistry(
      JdbcClient jdbc,
      CurrentActor current,
      RegistryProperties properties,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.current = current;
    this.properties = properties;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void announce(String worker, @Nullable String version, List<WorkedTopic> topics) {
    String tenant = current.tenant().value();
    if (update(tenant, worker, version, topics) == 0) {
      checkRoom();
      insert(tenant, worker, version, topics, current.get().id().value());
    }
  }

  @Override
  public void announceForAll(String worker, @Nullable String version, List<WorkedTopic> topics) {
    if (update(ALL, worker, version, topics) == 0) {
      insert(ALL, worker, version, topics, PLATFORM);
    }
  }

  private int update(
      String tenant, String worker, @Nullable String version, List<WorkedTopic> topics) {
    return jdbc.sql(
            """
            update registry_worker set version = :version, topics = :topics, beat_at = :now
            where tenant = :tenant and worker = :worker
            """)
        .param("version", version, Types.VARCHAR)
        .param("topics", write(topics))
        .param("now", Timestamp.from(clock.instant()))
        .param("tenant", tenant)
        .param("worker", worker)
        .update();
  }

  private void insert(
      String tenant,
      String worker,
      @Nullable String version,
      List<WorkedTopic> topics,
      String announcer) {
    try {
      insertNew(tenant, worker, version, topics, announcer);
    } catch (DuplicateKeyException e) {
      // It announced itself twice at the same moment.
      update(tenant, worker, version, topics);
    }
  }

  private void insertNew(
      String tenant,
      String worker,
      @Nullable String version,
      List<WorkedTopic> topics,
      String announcer) {
    jdbc.sql(
            """
            insert into registry_worker (tenant, worker, version, topics, announced_by, first_at, beat_at)
            values (:tenant, :worker, :version, :topics, :by, :now, :now)
            """)
        .param("tenant", tenant)
        .param("worker", worker)
        .param("version", version, Types.VARCHAR)
        .param("topics", write(topics))
        .param("by", announcer)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void checkRoom() {
    long known =
        jdbc.sql("select count(*) from registry_worker where tenant = :tenant")
            .param("tenant", current.tenant().value())
            .query(Long.class)
            .single();
    if (known >= properties.most()) {
      throw new TooManyServices(properties.most());
    }
  }

  @Override
  public Set<String> workedTopics() {
    return jdbc
        .sql(
            """
            select topics from registry_worker where tenant in (:tenant, :all) and beat_at >= :late
            """)
        .param("tenant", current.tenant().value())
        .param("all", ALL)
        .param("late", Timestamp.from(clock.instant().minus(properties.expiry())))
        .query(String.class)
        .list()
        .stream()
        .flatMap(topics -> read(topics).stream())
        .filter(topic -> topic.slots() > 0)
        .map(WorkedTopic::topic)
        .collect(Collectors.toSet());
  }

  @Override
  public Page<AnnouncedWorker> search(PageQuery page) {
    String after = page.cursor() == null ? "" : " and worker > :last";
    JdbcClient.StatementSpec rows =
        jdbc.sql(
                "select * from registry_worker where tenant in (:tenant, :all)"
                    + after
                    + " order by worker limit :limit")
            .param("tenant", current.tenant().value())
            .param("all", ALL)
            .param("limit", page.limit() + 1);
    if (page.cursor() != null) {
      rows.param("last", page.cursor().string(0));
    }
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from registry_worker where tenant in (:tenant, :all)")
                .param("tenant", current.tenant().value())
                .param("all", ALL)
                .query(Long.class)
                .single()
            : null;
    Instant late = clock.instant().minus(properties.expiry());
    return Page.of(
        rows.query((row, number) -> worker(row, late)).list(),
        page,
        row -> List.of(row.worker()),
        total);
  }

  private AnnouncedWorker worker(ResultSet row, Instant late) throws SQLException {
    Instant beat = row.getTimestamp("beat_at").toInstant();
    return new AnnouncedWorker(
        row.getString("worker"),
        row.getString("version"),
        read(row.getString("topics")),
        !beat.isBefore(late),
        row.getTimestamp("first_at").toInstant(),
        beat);
  }

  private String write(List<WorkedTopic> topics) {
    try {
      return json.writeValueAsString(topics);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<WorkedTopic> read(String topics) {
    try {
      return json.readValue(topics, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
