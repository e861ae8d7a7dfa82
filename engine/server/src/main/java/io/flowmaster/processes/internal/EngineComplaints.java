package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelProblem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.jspecify.annotations.Nullable;

/** What the engine says when it refuses a deployment, as problems of the model. */
final class EngineComplaints {
  private static final String RULE = "engine-refuses";

  private EngineComplaints() {}

  /**
   * @throws ProcessEngineException the same, when the database failed and the model is not to blame
   */
  static List<ModelProblem> of(ProcessEngineException refusal) {
    List<ModelProblem> problems = new ArrayList<>();
    String deepest = refusal.getMessage();
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException
          || cause instanceof org.camunda.bpm.engine.OptimisticLockingException) {
        throw refusal;
      }
      if (cause instanceof ParseException parse) {
        parse.getResorceReports().forEach(report -> addAll(problems, report));
      }
      deepest = cause.getMessage();
    }
    if (problems.isEmpty()) {
      problems.add(problem(null, null, String.valueOf(deepest), null, null));
    }
    return problems;
  }

  private static void addAll(List<ModelProblem> problems, ResourceReport report) {
    for (Problem error : report.getErrors()) {
      problems.add(
          problem(
              report.getResourceName(),
              error.getMainElementId(),
              error.getMessage(),
              error.getLine(),
              error.getColumn()));
    }
  }

  private static ModelProblem problem(
      @Nullable String file,
      @Nullable String element,
      String message,
      @Nullable Integer line,
      @Nullable Integer column) {
    return new ModelProblem(
        file, element, null, ModelProblem.Severity.ERROR, RULE, message, line, column);
  }
}
