package io.flowmaster.cases.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.executions.CaseHistory;
import io.flowmaster.executions.CaseHistory.Course;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionNotFound;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.ExecutionView;
import io.flowmaster.executions.Executions;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.RelatedCase;
import io.flowmaster.platform.CaseFiles;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TaskCase;
import io.flowmaster.tasks.TaskCases;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts a case file together from what the areas publish; each is asked once. */
@Service
class EngineCaseFiles implements CaseFiles {
  private static final int MOST_RELATED = 20;
  private static final int MOST_SHOWN = 20;

  private final TaskCases tasks;
  private final CaseHistory history;
  private final Executions executions;
  private final PastCases pastCases;
  private final CaseViews views;

  EngineCaseFiles(
      TaskCases tasks,
      CaseHistory history,
      Executions executions,
      PastCases pastCases,
      ObjectMapper json) {
    this.tasks = tasks;
    this.history = history;
    this.executions = executions;
    this.pastCases = pastCases;
    this.views = new CaseViews(json);
  }

  @Override
  public CaseFile ofTask(String id) {
    TaskCase found = tasks.of(new TaskId(id));
    TaskDetails details = Objects.requireNonNull(found.task());
    TaskView task = details.task();
    JsonNode form = details.form() == null ? null : details.form().schema();
    List<Field> fields = FormFields.of(form, details.variables());
    Optional<Course> course = course(task.executionId());
    return new CaseFile(
        CaseViews.task(task),
        form,
        fields,
        details.variables(),
        CaseViews.draft(details.draft()),
        course.map(Course::execution).map(CaseViews::course).orElse(null),
        course.map(views::events).orElse(List.of()),
        course.map(Course::isCut).orElse(false),
        found.others().stream().map(CaseViews::other).toList(),
        found.comments().stream().map(CaseViews::note).toList(),
        found.attachments().stream().map(CaseViews::attachment).toList(),
        related(task.businessKey(), task.executionId(), fields),
        task.processKey() == null
            ? List.of()
            : pastCases.of(task.processKey(), task.executionId(), task.activityId(), fields));
  }

  @Override
  public CaseFile ofExecution(String id) {
    Course course = course(id).orElseThrow(ExecutionNotFound::new);
    ExecutionView execution = course.execution();
    TaskCase found = tasks.ofExecution(id);
    return new CaseFile(
        null,
        null,
        List.of(),
        views.lastValues(course),
        null,
        CaseViews.course(execution),
        views.events(course),
        course.isCut(),
        found.others().stream().map(CaseViews::other).toList(),
        found.comments().stream().map(CaseViews::note).toList(),
        found.attachments().stream().map(CaseViews::attachment).toList(),
        List.of(),
        pastCases.of(execution.processKey(), id, null, List.of()));
  }

  private Optional<Course> course(@Nullable String execution) {
    return execution == null
        ? Optional.empty()
        : history.of(new ExecutionId(execution), CaseFile.MOST_EVENTS);
  }

  /** A star at the end would ask for a beginning. */
  private List<RelatedCase> related(
      @Nullable String businessKey, @Nullable String but, List<Field> fields) {
    if (businessKey == null || businessKey.isBlank() || businessKey.endsWith("*")) {
      return List.of();
    }
    List<String> names =
        fields.stream()
            .map(field -> FormFields.root(field.path()))
            .distinct()
            .limit(MOST_SHOWN)
            .toList();
    return executions
        .search(
            new ExecutionSearch(
                null,
                null,
                null,
                Set.of(),
                businessKey,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                names),
            new PageQuery(MOST_RELATED, null, false))
        .items()
        .stream()
        .filter(execution -> !execution.id().equals(but))
        .map(execution -> CaseViews.related(execution, values(execution, fields)))
        .toList();
  }

  private static Map<String, JsonNode> values(ExecutionView execution, List<Field> fields) {
    Map<String, JsonNode> known = execution.variables() == null ? Map.of() : execution.variables();
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Field field : fields) {
      JsonNode value = FormFields.at(known, field.path());
      if (!value.isMissingNode() && !value.isNull()) {
        values.put(field.path(), value);
      }
    }
    return values;
  }
}
