package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.WritesAtCommit;
import io.flowmaster.tasks.CommentAdded;
import io.flowmaster.tasks.TaskAssigned;
import io.flowmaster.tasks.TaskEscalated;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskSlaMissed;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes, in the transaction that changed a task, that somebody may have to be told: one row, so
 * that working on tasks costs hardly more. {@link NoticeRound} makes messages of it afterwards.
 */
@Component
class TaskNotices {
  /** As the tasks read it: a dot at the end ends the sentence. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,62}[\\p{L}\\p{N}_-])?)");

  /** Before a role whose people are told: no user and no group has such a name. */
  static final String ROLE = "role:";

  private static final int MOST_MENTIONS = 20;
  private final WritesAtCommit writes;
  private final CurrentActor current;
  private final ObjectMapper json;

  TaskNotices(WritesAtCommit writes, CurrentActor current, ObjectMapper json) {
    this.writes = writes;
    this.current = current;
    this.json = json;
  }

  @EventListener
  void on(TaskAssigned event) {
    note(
        event.tenant(),
        BuiltInTexts.ASSIGNED,
        event.task(),
        event.assignee(),
        Map.of(),
        event.at());
  }

  @EventListener
  void on(TaskEscalated event) {
    note(
        event.tenant(),
        BuiltInTexts.ESCALATED,
        event.task(),
        event.to() == null ? ROLE + Roles.MANAGER : event.to(),
        Map.of("by", event.by(), "reason", event.reason()),
        event.at());
  }

  @EventListener
  void on(TaskSlaMissed event) {
    note(event.tenant(), BuiltInTexts.OVERDUE, event.task(), null, Map.of(), event.at());
  }

  @EventListener
  void on(CommentAdded event) {
    MENTION
        .matcher(event.message())
        .results()
        .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .limit(MOST_MENTIONS)
        .forEach(
            person ->
                note(
                    event.tenant(),
                    BuiltInTexts.MENTIONED,
                    event.task(),
                    person,
                    Map.of("by", event.author(), "message", event.message()),
                    event.at()));
  }

  /**
   * @param to a user, a group, or a role behind {@link #ROLE}; null for the task's assignee
   */
  private void note(
      TenantId tenant,
      String topic,
      TaskId task,
      @Nullable String to,
      Map<String, String> variables,
      Instant at) {
    String actor = current.find().map(Actor::id).map(Object::toString).orElse("system");
    if (actor.equals(to)) {
      return;
    }
    writes.add(
        "insert into notifications_notice (id, tenant, topic, task, told, variables, actor, noticed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        tenant.value(),
        topic,
        task.value(),
        to == null ? "" : to,
        write(variables),
        actor,
        Timestamp.from(at));
  }

  private String write(Map<String, String> variables) {
    try {
      return json.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
