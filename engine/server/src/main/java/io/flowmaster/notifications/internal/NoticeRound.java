package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.notifications.internal.PersonMessages.Told;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskStatus;
import io.flowmaster.tasks.TaskView;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes messages of what was noted about tasks, for those whom it still concerns. */
@Component
class NoticeRound {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeRound.class);
  private static final int BATCH = 100;
  private static final int MOST_TOLD = 200;
  private final JdbcClient jdbc;
  private final TaskState tasks;
  private final UserDirectory users;
  private final PersonMessages messages;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;

  NoticeRound(
      JdbcClient jdbc,
      TaskState tasks,
      UserDirectory users,
      PersonMessages messages,
      TransactionTemplate transaction,
      ObjectMapper json) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.users = users;
    this.messages = messages;
    this.transaction = transaction;
    this.json = json;
  }

  /** Has it done every two seconds, on one node. */
  @Configuration(proxyBeanMethods = false)
  static class Round {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    RecurringTask<Void> noticeTask(NoticeRound round) {
      return Tasks.recurring("notification-notices", FixedDelay.of(PAUSE))
          .execute((instance, context) -> round.run());
    }
  }

  private record Notice(
      String id,
      TenantId tenant,
      String topic,
      String task,
      String told,
      String variables,
      UserId actor) {}

  void run() {
    List<Notice> batch;
    do {
      batch = batch();
      batch.forEach(this::tell);
    } while (batch.size() == BATCH);
  }

  private List<Notice> batch() {
    return jdbc.sql("select * from notifications_notice order by id limit :most")
        .param("most", BATCH)
        .query(
            (row, n) ->
                new Notice(
                    row.getString("id"),
                    new TenantId(row.getString("tenant")),
                    row.getString("topic"),
                    row.getString("task"),
                    row.getString("told"),
                    row.getString("variables"),
                    new UserId(row.getString("actor"))))
        .list();
  }

  /** One that cannot be told is let go: it must not hold up the others. */
  private void tell(Notice notice) {
    try {
      TaskView task = tasks.find(notice.tenant(), notice.task()).orElse(null);
      transaction.executeWithoutResult(
          status -> {
            if (remove(notice) && task != null && concerns(notice, task)) {
              Map<String, JsonNode> variables = variables(notice.variables());
              variables.put("task", json.valueToTree(task.name()));
              Told about =
                  Told.ofTask(
                      notice.tenant(), notice.topic(), variables, notice.task(), notice.actor());
              told(notice, task).forEach(person -> messages.tell(about, person));
            }
          });
    } catch (RuntimeException e) {
      LOG.warn("a notice {} of task {} is not told", notice.topic(), notice.task(), e);
      transaction.executeWithoutResult(status -> remove(notice));
    }
  }

  private boolean remove(Notice notice) {
    return jdbc.sql("delete from notifications_notice where id = :id")
            .param("id", notice.id())
            .update()
        == 1;
  }

  private static boolean concerns(Notice notice, TaskView task) {
    return switch (notice.topic()) {
      case BuiltInTexts.MENTIONED -> true;
      case BuiltInTexts.ASSIGNED ->
          task.status() == TaskStatus.OPEN && notice.told().equals(task.assignee());
      default -> task.status() == TaskStatus.OPEN;
    };
  }

  private Set<String> told(Notice notice, TaskView task) {
    String told = notice.told().isEmpty() ? task.assignee() : notice.told();
    if (told == null) {
      return Set.of();
    }
    if (told.startsWith(TaskNotices.ROLE)) {
      return others(
          notice, users.withRole(notice.tenant(), told.substring(TaskNotices.ROLE.length())));
    }
    return users.find(notice.tenant(), new UserId(told)).isPresent()
        ? Set.of(told)
        : others(notice, users.members(notice.tenant(), told));
  }

  private static Set<String> others(Notice notice, Set<UserId> people) {
    return people.stream()
        .map(UserId::value)
        .filter(person -> !person.equals(notice.actor().value()))
        .limit(MOST_TOLD)
        .collect(Collectors.toSet());
  }

  private Map<String, JsonNode> variables(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
