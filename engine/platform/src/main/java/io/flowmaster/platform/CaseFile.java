package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the case that a task belongs to.
 *
 * @param task the task itself; null in the case of an execution
 * @param form the form-js schema that is to be filled in; null when there is none
 * @param fields the inputs of the form, in their order
 * @param variables what the task sees, by name
 * @param draft what somebody typed and saved before answering; null when nothing was
 * @param execution the execution that waits for the task; null for a task that no process made, and
 *     when a policy keeps it from the caller
 * @param events what happened, oldest first; the latest ones when there are more than are kept here
 * @param eventsAreCut whether there are older events
 * @param tasks the other tasks of the execution that the caller may see, oldest first
 * @param comments on this and on those tasks, oldest first
 * @param attachments of this and of those tasks, without their content
 * @param related executions with the same business key that the caller may see, latest first
 * @param past finished executions of the same process, latest first, with no more than the form's
 *     own fields
 */
public record CaseFile(
    @Nullable Work task,
    @Nullable JsonNode form,
    List<Field> fields,
    Map<String, JsonNode> variables,
    @Nullable Draft draft,
    @Nullable Course execution,
    List<Event> events,
    boolean eventsAreCut,
    List<OtherTask> tasks,
    List<Note> comments,
    List<Attachment> attachments,
    List<RelatedCase> related,
    List<PastCase> past) {

  /** So many events a case file holds at most. */
  public static final int MOST_EVENTS = 500;

  /** So many finished executions a case file holds at most. */
  public static final int MOST_PAST = 50;

  public CaseFile {
    fields = List.copyOf(fields);
    events = List.copyOf(events);
    tasks = List.copyOf(tasks);
    comments = List.copyOf(comments);
    attachments = List.copyOf(attachments);
    related = List.copyOf(related);
    past = List.copyOf(past);
  }

  /**
   * The task.
   *
   * @param overdue whether it is open after its due date
   * @param promisedUntil the end of the time that its model promises; null when none is
   * @param escalation why somebody asked for help with it; null when nobody did
   * @param revision counts up with every change of the task
   */
  @Schema(name = "CaseTask")
  public record Work(
      @Schema(example = "0f7b6c1e-c853-11f0-9d2a-0242ac120002") String id,
      @Schema(example = "Approve the price") String name,
      @Nullable String description,
      @Schema(example = "OPEN") String status,
      @Schema(example = "employee") @Nullable String assignee,
      List<String> candidateGroups,
      int priority,
      Instant createdAt,
      @Nullable Instant dueAt,
      boolean overdue,
      @Nullable Instant promisedUntil,
      @Nullable String escalation,
      @Schema(description = "The BPMN id of the user task") @Nullable String activityId,
      @Schema(example = "pricing-approval") @Nullable String processKey,
      @Schema(example = "Pricing approval") @Nullable String processName,
      @Nullable String executionId,
      @Schema(example = "ORD-2041") @Nullable String businessKey,
      long revision) {}

  /**
   * An input of the form.
   *
   * @param path where its value stands among the answer's variables, with dots between the levels
   * @param label as people see it
   * @param type as form-js names it: {@code textfield}, {@code number}, {@code select} …
   * @param options what can be chosen; empty when it is no choice, or when they are computed
   * @param editable false when people can only read it
   * @param required whether it has to be filled in
   */
  @Schema(name = "CaseField")
  public record Field(
      @Schema(example = "customer.segment") String path,
      @Schema(example = "Segment") String label,
      @Schema(example = "select") String type,
      List<Option> options,
      boolean editable,
      boolean required) {}

  /** A choice of a field. */
  @Schema(name = "CaseFieldOption")
  public record Option(
      @Schema(description = "What is submitted") JsonNode value,
      @Schema(description = "What people see", example = "Key account") String label) {}

  /** What was saved before answering. */
  @Schema(name = "CaseDraft")
  public record Draft(
      @Schema(description = "The typed values by name") Map<String, JsonNode> variables,
      @Schema(description = "Who saved it", example = "employee") String by,
      @Schema(description = "When it was saved") Instant at) {}

  /**
   * The execution.
   *
   * @param status RUNNING, PAUSED, COMPLETED, CANCELLED or FAILED
   * @param incidents what failed and waits for repair, as sentences
   */
  @Schema(name = "CaseExecution")
  public record Course(
      @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120002") String id,
      @Schema(example = "order") String processKey,
      @Schema(example = "Order handling") String processName,
      @Schema(example = "3") int version,
      @Schema(example = "ORD-2041") @Nullable String businessKey,
      @Schema(example = "RUNNING") String status,
      Instant startedAt,
      @Schema(description = "Null when the engine started it by itself", example = "employee")
          @Nullable String startedBy,
      List<String> incidents) {}

  /**
   * What happened.
   *
   * @param type as the history of an execution names it
   * @param detail what the type calls for, as the history of an execution has it
   */
  @Schema(name = "CaseEvent")
  public record Event(
      Instant at,
      @Schema(example = "VARIABLE_CHANGED") String type,
      @Schema(example = "approve-order") @Nullable String activityId,
      @Schema(example = "Approve order") @Nullable String activityName,
      @Schema(description = "Null for the engine", example = "manager") @Nullable String actor,
      @Schema(example = "{\"variable\": \"amount\", \"old\": 1200, \"new\": 900}")
          JsonNode detail) {}

  /** Another task of the execution. */
  @Schema(name = "CaseOtherTask")
  public record OtherTask(
      @Schema(example = "0f7b6c1e-c853-11f0-9d2a-0242ac120003") String id,
      @Schema(example = "Check the customer") String name,
      @Schema(example = "COMPLETED") String status,
      @Schema(description = "Who has or did it", example = "employee") @Nullable String person,
      @Schema(description = "The choice that completed it", example = "approved")
          @Nullable String outcome,
      @Schema(description = "When it came into being") Instant createdAt,
      @Schema(description = "When it was done or went away") @Nullable Instant endedAt) {}

  /** A remark of a person. */
  @Schema(name = "CaseComment")
  public record Note(
      @Schema(example = "0192f0a1-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
      @Schema(description = "The task that it is on") String taskId,
      Instant at,
      @Schema(example = "employee") String author,
      @Schema(example = "Eve Employee") String authorName,
      @Schema(description = "What was said", example = "The customer calls back on Monday.")
          String text) {}

  /** A file on a task. */
  @Schema(name = "CaseAttachment")
  public record Attachment(
      @Schema(example = "0192f0a1-7c1a-7d2f-9a51-2f6f0f3f5c12") String id,
      @Schema(description = "The task that it is on") String taskId,
      @Schema(example = "offer.pdf") String filename,
      @Schema(example = "application/pdf") String mediaType,
      @Schema(description = "In bytes") long size,
      @Schema(description = "Of its content, in hex") String sha256,
      @Schema(description = "Who attached it", example = "employee") String author,
      Instant at) {}

  /** Another execution about the same thing. */
  @Schema(name = "RelatedCase")
  public record RelatedCase(
      @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120003") String id,
      @Schema(example = "complaint") String processKey,
      @Schema(example = "Complaint handling") String processName,
      @Schema(example = "RUNNING") String status,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Schema(description = "Its values under the names of the form's fields")
          Map<String, JsonNode> values) {}

  /**
   * A finished execution of the same process.
   *
   * @param businessKey null when the caller may not look executions up
   * @param completed false when it was cancelled
   * @param end the name of the end event it reached; null when it was cancelled
   * @param outcome the choice that completed the same user task there; null when none was made
   * @param duration from its start to its end
   * @param taskDuration how long the same user task was open there; null when there was none
   * @param incidents how often work failed for good in it
   * @param values the last values of the form's fields by path; texts and dates only when at least
   *     three of the past cases have the same, so that no single person is told of
   */
  @Schema(name = "PastCase")
  public record PastCase(
      @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120004") String id,
      @Schema(example = "ORD-1990") @Nullable String businessKey,
      boolean completed,
      @Schema(example = "Order shipped") @Nullable String end,
      @Schema(example = "approved") @Nullable String outcome,
      Instant endedAt,
      Duration duration,
      @Nullable Duration taskDuration,
      int incidents,
      Map<String, JsonNode> values) {}
}
