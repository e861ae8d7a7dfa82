package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.dxg.CaseAnalysis;
import io.flowmaster.dxg.RiskFlag;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a case before a person opens its next task: summary, metrics and risks become variables
 * that a form can show and a gateway can decide on.
 */
@Component
class PrepareWorker {
  static final String TOPIC = "dxg-prepare";
  private static final UserId NAME = new UserId(TOPIC);

  private final CaseSource files;
  private final CaseExperience experience;
  private final CurrentActor current;
  private final ObjectMapper json;

  PrepareWorker(
      CaseSource files, CaseExperience experience, CurrentActor current, ObjectMapper json) {
    this.files = files;
    this.experience = experience;
    this.current = current;
    this.json = json;
  }

  @Worker(TOPIC)
  Map<String, JsonNode> prepare(Map<String, JsonNode> variables, WorkerContext context) {
    if (context.tenant() == null) {
      throw new FatalError("The task belongs to no tenant, so there is no case to read");
    }
    Actor actor =
        new Actor(
            new TenantId(context.tenant()),
            NAME,
            TOPIC,
            Actor.Kind.WORKER,
            Set.of(Roles.WORKER),
            Set.of());
    Locale locale = Locale.forLanguageTag(text(variables, "language", "en"));
    try {
      CaseAnalysis analysis =
          current.as(
              actor, () -> experience.analyze(files.ofExecution(context.executionId()), locale));
      return Map.of(
          text(variables, "resultVariable", "briefing"), json.valueToTree(Prepared.of(analysis)));
    } catch (Problem refused) {
      throw new FatalError(String.valueOf(refused.getMessage()), refused);
    }
  }

  private static String text(Map<String, JsonNode> variables, String name, String otherwise) {
    JsonNode value = variables.get(name);
    return value == null || !value.isTextual() || value.textValue().isBlank()
        ? otherwise
        : value.textValue().strip();
  }

  /** What the process gets: {@code riskLevel} is what a gateway most often asks for. */
  record Prepared(
      String domain, String summary, String riskLevel, Object metrics, Object risks, String by) {
    static Prepared of(CaseAnalysis analysis) {
      RiskFlag.@Nullable Severity worst =
          analysis.riskFlags().isEmpty() ? null : analysis.riskFlags().get(0).severity();
      return new Prepared(
          analysis.domain(),
          analysis.caseSummary(),
          worst == null ? "NONE" : worst.name(),
          analysis.keyMetrics(),
          analysis.riskFlags(),
          analysis.generatedBy());
    }
  }
}
