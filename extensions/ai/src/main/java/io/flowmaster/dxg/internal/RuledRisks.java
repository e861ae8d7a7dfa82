package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.dxg.RiskFlag;
import io.flowmaster.dxg.RiskFlag.Severity;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.SourceRef.Kind;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.PublishedRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Risks by the tenant's own decision table. It sees the variables of the case and two contexts:
 * {@code task} with name, process, priority, overdue and ageHours, and {@code similar} with count,
 * cancelledShare and failedShare. Its outputs are code, severity (LOW, MEDIUM, HIGH) and text.
 */
@Component
class RuledRisks {
  private static final Logger LOG = LoggerFactory.getLogger(RuledRisks.class);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectProvider<PublishedRules> rules;
  private final String key;

  RuledRisks(ObjectProvider<PublishedRules> rules, DxgProperties properties) {
    this.rules = rules;
    this.key = properties.riskRules();
  }

  List<RiskFlag> of(Reading reading) {
    PublishedRules published = rules.getIfAvailable();
    if (published == null || key.isBlank()) {
      return List.of();
    }
    try {
      return published
          .evaluate(key, facts(reading))
          .map(verdict -> flags(verdict, reading.words()))
          .orElse(List.of());
    } catch (Problem refused) {
      // A table that needs what this case lacks says nothing about it.
      LOG.debug("the rules {} do not judge the case: {}", key, refused.getMessage());
      return List.of();
    }
  }

  private static Map<String, JsonNode> facts(Reading reading) {
    Map<String, JsonNode> facts = new HashMap<>(reading.file().variables());
    CaseFile.Work task = reading.file().task();
    ObjectNode about = JSON.objectNode();
    if (task != null) {
      about.put("name", task.name());
      about.put("process", task.processKey());
      about.put("priority", task.priority());
      about.put("overdue", task.overdue());
      about.put("ageHours", Duration.between(task.createdAt(), reading.now()).toHours());
    }
    facts.put("task", about);
    Outlook outlook = reading.outlook();
    facts.put(
        "similar",
        JSON.objectNode()
            .put("count", outlook.near().size())
            .put("cancelledShare", outlook.cancelled().part())
            .put("failedShare", outlook.failed().part()));
    return facts;
  }

  private static List<RiskFlag> flags(PublishedRules.Verdict verdict, Wording words) {
    return verdict.hits().stream()
        .map(hit -> flag(verdict, hit, words))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static @Nullable RiskFlag flag(
      PublishedRules.Verdict verdict, PublishedRules.Hit hit, Wording words) {
    String text = hit.outputs().getOrDefault("text", JSON.nullNode()).asText("");
    if (text.isBlank() || text.equals("null")) {
      text = hit.description() == null ? "" : hit.description();
    }
    if (text.isBlank()) {
      return null;
    }
    JsonNode code = hit.outputs().get("code");
    return new RiskFlag(
        code == null || code.isNull() ? "RULE_" + hit.index() : code.asText(),
        severity(hit.outputs().get("severity")),
        Wording.cut(text),
        List.of(
            SourceRef.of(
                Kind.RULE, verdict.key(), words.say("source.rule", verdict.name(), hit.index()))));
  }

  private static Severity severity(@Nullable JsonNode said) {
    try {
      return said == null
          ? Severity.MEDIUM
          : Severity.valueOf(said.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException other) {
      return Severity.MEDIUM;
    }
  }
}
