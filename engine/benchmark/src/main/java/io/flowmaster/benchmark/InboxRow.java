package io.flowmaster.benchmark;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskSearch.Sort;
import io.flowmaster.tasks.TaskSearch.View;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;

/** A page of 25 with its count, each view and order in turn, as somebody of fifty groups. */
record InboxRow(int tasks) implements Row {
  static final int FEW = 10_000;
  static final int MANY = 1_000_000;
  private static final int GROUPS = 50;

  @Override
  public String key() {
    return "inbox-page-" + tasks;
  }

  @Override
  public String title() {
    return "inbox page of 25 with count, every view and order, 50 groups, %,d open tasks"
        .formatted(tasks);
  }

  @Override
  public String goal() {
    return tasks == FEW ? "" : "p95 ≤ 2 ms, within 20 % of 10,000 tasks";
  }

  @Override
  public boolean isLatency() {
    return true;
  }

  @Override
  public @Nullable String comparedTo() {
    return tasks == FEW ? null : new InboxRow(FEW).key();
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(new TenantId(key()), key(), Models.userTask(key(), Models.CAMUNDA));
    String definition =
        platform
            .bean(RepositoryService.class)
            .createProcessDefinitionQuery()
            .processDefinitionKey(key())
            .latestVersion()
            .singleResult()
            .getId();
    fill(platform.bean(DataSource.class), definition);
    TaskInbox inbox = platform.bean(TaskInbox.class);
    CurrentActor current = platform.bean(CurrentActor.class);
    Actor actor = actor();
    List<TaskSearch> searches = searches();
    AtomicInteger turn = new AtomicInteger();
    return () ->
        current.as(
            actor,
            () -> {
              TaskSearch search = searches.get(turn.getAndIncrement() % searches.size());
              long start = System.nanoTime();
              inbox.search(search, new PageQuery(25, null, true));
              return Work.Sample.since(start, 1);
            });
  }

  private Actor actor() {
    Set<String> groups =
        IntStream.range(0, GROUPS).mapToObj(i -> "g" + i).collect(Collectors.toSet());
    return new Actor(
        new TenantId(key()),
        new UserId("user1"),
        "user1",
        Actor.Kind.PERSON,
        Set.of(Roles.EMPLOYEE),
        groups);
  }

  private static List<TaskSearch> searches() {
    List<TaskSearch> searches = new ArrayList<>();
    for (View view : new View[] {null, View.MINE, View.GROUP, View.OVERDUE, View.ESCALATED}) {
      for (Sort.Field field :
          List.of(Sort.Field.DUE, Sort.Field.PRIORITY, Sort.Field.CREATED, Sort.Field.NAME)) {
        for (boolean descending : new boolean[] {false, true}) {
          Sort sort = new Sort(field, descending);
          searches.add(TaskSearch.of(view, List.of(sort)));
        }
      }
    }
    return searches;
  }

  /** Writes the read model's tables; the engine knows nothing of these tasks. */
  private void fill(DataSource database, String definition) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      try (var there =
          statement.executeQuery(
              "select 1 from tasks_task where tenant = '%s' limit 1".formatted(key()))) {
        if (there.next()) {
          return;
        }
      }
      statement.execute(
          script()
              .replace("${definition}", definition)
              .replace("${tenant}", key())
              .replace("${tasks}", String.valueOf(tasks)));
      for (String table : List.of("tasks_task", "tasks_entry", "tasks_word")) {
        statement.execute("vacuum analyze " + table);
      }
    }
  }

  private static String script() throws IOException {
    try (InputStream script = InboxRow.class.getResourceAsStream("/inbox-tasks.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
