package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskStatus;
import io.flowmaster.tasks.TaskView;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
  private static final int MOST_OF_A_GROUP = 200;
  private final JdbcClient jdbc;
  private final JdbcPreferences preferences;
  private final TaskState tasks;
  private final UserDirectory users;
  private final Texts texts;
  private final Outgoing outgoing;
  private final Delivery delivery;
  private final TransactionTemplate transaction;
  private final NotificationsProperties properties;
  private final ObjectMapper json;
  private final Clock clock;

  NoticeRound(
      JdbcClient jdbc,
      JdbcPreferences preferences,
      TaskState tasks,
      UserDirectory users,
      Texts texts,
      Outgoing outgoing,
      Delivery delivery,
      TransactionTemplate transaction,
      NotificationsProperties properties,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.preferences = preferences;
    this.tasks = tasks;
    this.users = users;
    this.texts = texts;
    this.outgoing = outgoing;
    this.delivery = delivery;
    this.transaction = transaction;
    this.properties = properties;
    this.json = json;
    this.clock = clock;
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
              told(notice, task).forEach(person -> tell(notice, task, person));
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
    return users.find(notice.tenant(), new UserId(told)).isPresent()
        ? Set.of(told)
        : users.members(notice.tenant(), told).stream()
            .map(UserId::value)
            .filter(member -> !member.equals(notice.actor().value()))
            .limit(MOST_OF_A_GROUP)
            .collect(Collectors.toSet());
  }

  private void tell(Notice notice, TaskView task, String person) {
    Preferences wishes = preferences.of(notice.tenant(), person);
    if (wishes.wants(Channel.INAPP, notice.topic())) {
      add(notice, task, person, wishes, Channel.INAPP);
    }
    if (delivery.isReady(Channel.EMAIL) && wantsMail(wishes, notice.topic())) {
      add(notice, task, person, wishes, Channel.EMAIL);
    }
  }

  private boolean wantsMail(Preferences wishes, String topic) {
    boolean hasSaid =
        wishes.channels().containsKey(Channel.EMAIL)
            || wishes.topics().getOrDefault(topic, Map.of()).containsKey(Channel.EMAIL);
    return hasSaid ? wishes.wants(Channel.EMAIL, topic) : properties.mailsAboutTasks();
  }

  private void add(
      Notice notice, TaskView task, String person, Preferences wishes, Channel channel) {
    Map<String, JsonNode> variables = variables(notice.variables());
    variables.put("task", json.valueToTree(task.name()));
    String link =
        channel == Channel.INAPP ? "" : properties.publicUrl() + "/engage/tasks/" + task.id();
    variables.put("link", json.valueToTree(link));
    String locale = wishes.locale() == null ? "en" : wishes.locale();
    Texts.Rendered said = texts.render(notice.tenant(), notice.topic(), locale, variables);
    Instant now = clock.instant();
    boolean isHere = channel == Channel.INAPP;
    outgoing.add(
        new MessageRow(
            Ids.next(),
            notice.tenant(),
            channel,
            person,
            person,
            notice.topic(),
            notice.topic(),
            said.version(),
            said.text().locale(),
            said.text().subject(),
            said.text().body().strip(),
            said.text().html(),
            notice.task(),
            null,
            false,
            isHere ? NotificationStatus.DELIVERED : NotificationStatus.QUEUED,
            null,
            0,
            isHere ? null : now,
            now,
            notice.actor(),
            null));
  }

  private Map<String, JsonNode> variables(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
