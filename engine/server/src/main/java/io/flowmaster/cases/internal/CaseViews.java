package io.flowmaster.cases.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.executions.CaseHistory;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.IncidentView;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.tasks.TaskAttachment;
import io.flowmaster.tasks.TaskCase;
import io.flowmaster.tasks.TaskComment;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskStatus;
import io.flowmaster.tasks.TaskView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The areas' own views as parts of a case file. */
final class CaseViews {
  private final ObjectMapper json;

  CaseViews(ObjectMapper json) {
    this.json = json;
  }

  static CaseFile.Work task(TaskView task) {
    return new CaseFile.Work(
        task.id(),
        task.name(),
        task.description(),
        task.status().name(),
        task.assignee(),
        task.candidateGroups(),
        task.priority(),
        task.createdAt(),
        task.dueAt(),
        task.overdue(),
        task.sla() == null ? null : task.sla().dueAt(),
        task.escalation() == null ? null : task.escalation().reason(),
        task.activityId(),
        task.processKey(),
        task.processName(),
        task.executionId(),
        task.businessKey(),
        task.revision());
  }

  static CaseFile.@Nullable Draft draft(TaskDetails.@Nullable Draft draft) {
    return draft == null
        ? null
        : new CaseFile.Draft(draft.variables(), draft.savedBy(), draft.savedAt());
  }

  static CaseFile.Course course(ExecutionView execution) {
    return new CaseFile.Course(
        execution.id(),
        execution.processKey(),
        execution.processName(),
        execution.version(),
        execution.businessKey(),
        execution.status().name(),
        execution.startedAt(),
        execution.startedBy(),
        execution.incidents().stream().map(CaseViews::sentence).toList());
  }

  private static String sentence(IncidentView incident) {
    String where =
        incident.activityName() == null ? incident.activityId() : incident.activityName();
    return incident.message() == null ? where : where + ": " + incident.message();
  }

  List<CaseFile.Event> events(CaseHistory.Course course) {
    return course.events().stream().map(this::event).toList();
  }

  private CaseFile.Event event(HistoryEvent event) {
    return new CaseFile.Event(
        event.at(),
        event.type().name(),
        event.activityId(),
        event.activityName(),
        event.actor(),
        json.valueToTree(event.detail()));
  }

  /** The variables of an execution, as the events left them. */
  Map<String, JsonNode> lastValues(CaseHistory.Course course) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (CaseFile.Event event : events(course)) {
      String name = event.detail().path("variable").asText();
      if (event.type().startsWith("VARIABLE_") && event.detail().has("new")) {
        values.put(name, event.detail().path("new"));
      } else if (event.type().equals("VARIABLE_REMOVED")) {
        values.remove(name);
      }
    }
    return values;
  }

  static CaseFile.OtherTask other(TaskView task) {
    return new CaseFile.OtherTask(
        task.id(),
        task.name(),
        task.status().name(),
        task.status() == TaskStatus.COMPLETED ? task.completedBy() : task.assignee(),
        task.outcome(),
        task.createdAt(),
        task.endedAt());
  }

  static CaseFile.Note note(TaskCase.Note note) {
    TaskComment comment = note.comment();
    return new CaseFile.Note(
        comment.id(),
        note.task(),
        comment.at(),
        comment.author(),
        comment.authorName(),
        comment.message());
  }

  static CaseFile.Attachment attachment(TaskCase.File file) {
    TaskAttachment attachment = file.attachment();
    return new CaseFile.Attachment(
        attachment.id(),
        file.task(),
        attachment.filename(),
        attachment.mediaType(),
        attachment.size(),
        attachment.sha256(),
        attachment.author(),
        attachment.at());
  }

  static CaseFile.RelatedCase related(ExecutionView execution, Map<String, JsonNode> values) {
    return new CaseFile.RelatedCase(
        execution.id(),
        execution.processKey(),
        execution.processName(),
        execution.status().name(),
        execution.startedAt(),
        execution.endedAt(),
        values);
  }
}
