package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons in the inbox: who had, made and answered tasks, and wrote about them. */
@Component
class TaskPersons implements PersonalData {
  private static final List<String> COLUMNS =
      List.of(
          "tasks_task.assignee",
          "tasks_task.owner",
          "tasks_task.created_by",
          "tasks_task.completed_by",
          "tasks_task.escalated_by",
          "tasks_task.escalated_to",
          "tasks_task.completed_for",
          "tasks_audit.actor",
          "tasks_audit.on_behalf_of",
          "tasks_comment.author/author_name",
          "tasks_comment.on_behalf_of",
          "tasks_mention.person",
          "tasks_substitute.person",
          "tasks_substitute.substitute",
          "tasks_substitute.created_by",
          "tasks_audit.old_value",
          "tasks_audit.new_value",
          "tasks_draft.author",
          "tasks_attachment.author",
          "tasks_performer.person",
          "tasks_escalation_default.updated_by");

  /** Where others may have named the person. */
  private static final List<String> TEXTS =
      List.of(
          "tasks_comment.message",
          "tasks_filter.search",
          "tasks_audit.old_value",
          "tasks_audit.new_value");

  /** That there was a comment stays: others answered it. */
  private static final String COMMENTS =
      "update tasks_comment set message = '(erased)' where tenant = :tenant and author = :person";

  private static final String FILTERS =
      "delete from tasks_filter where tenant = :tenant and owner = :person";
  private final JdbcClient jdbc;
  private final TaskService tasks;
  private final PersonColumns columns;

  TaskPersons(JdbcClient jdbc, ObjectMapper json, TaskService tasks) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.columns = new PersonColumns(jdbc, "tasks", COLUMNS, new PersonTexts(jdbc, json, TEXTS));
  }

  @Override
  public String area() {
    return "tasks";
  }

  @Override
  public List<String> hindrances(Person person) {
    long open =
        jdbc.sql(
                """
                select count(*) from tasks_task
                where tenant = :tenant and status = 'OPEN' and (assignee = :person or owner = :person)
                """)
            .param("tenant", person.tenant().value())
            .param("person", person.id().value())
            .query(Long.class)
            .single();
    return open == 0
        ? List.of()
        : List.of(
            "%d open tasks are assigned to or owned by %s. Assign them to somebody else or release them first."
                .formatted(open, person.id()));
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    changed.put("offers of open tasks", withdrawOffers(person));
    changed.put("texts of comments", change(COMMENTS, person));
    changed.put("saved filters", change(FILTERS, person));
    changed.values().removeIf(count -> count == 0);
    changed.putAll(columns.erase(person, pseudonym).changed());
    return new Erased(
        changed,
        changed.containsKey("tasks_attachment.author")
            ? List.of("The files that the person attached to tasks: they belong to their cases.")
            : List.of());
  }

  private int change(String sql, Person person) {
    return jdbc.sql(sql)
        .param("tenant", person.tenant().value())
        .param("person", person.id().value())
        .update();
  }

  /**
   * Through the engine; the inbox follows at once, with its trail, before the person is forgotten
   * there and in the audit log.
   */
  private int withdrawOffers(Person person) {
    List<String> offered =
        tasks
            .createTaskQuery()
            .tenantIdIn(person.tenant().value())
            .taskCandidateUser(person.id().value())
            .list()
            .stream()
            .map(task -> task.getId())
            .toList();
    offered.forEach(task -> tasks.deleteCandidateUser(task, person.id().value()));
    BeforeCommit.handleNow();
    return offered.size();
  }
}
