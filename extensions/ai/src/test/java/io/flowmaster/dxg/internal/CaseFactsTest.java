package io.flowmaster.dxg.internal;

import static io.flowmaster.dxg.internal.Cases.NOW;
import static io.flowmaster.dxg.internal.Cases.aCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.dxg.RiskFlag;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFactsTest {

  private static Cases full() {
    Cases cases =
        aCase()
            .field("amount", "number")
            .choice("segment", "key", "small")
            .with("amount", 90_000)
            .with("segment", "key")
            .due(NOW.minus(Duration.ofHours(49)))
            .failed("Book: no answer")
            .said("eve", "He calls back on Monday.")
            .related("amount", 5)
            .past(9, "approved", "amount", 100, "segment", "key")
            .past(6, "cancelled", "amount", 120, "segment", "key");
    for (String type :
        List.of(
            "EXECUTION_STARTED",
            "EXECUTION_PAUSED",
            "ACTIVITY_STARTED",
            "ACTIVITY_COMPLETED",
            "TASK_CREATED",
            "TASK_ASSIGNED",
            "TASK_COMPLETED",
            "INCIDENT_OPENED",
            "WORK_FAILED",
            "JOB_FAILED",
            "TIMER_FIRED",
            "MESSAGE_RECEIVED",
            "VARIABLE_SET",
            "VARIABLE_REMOVED")) {
      cases.event(type, "bob", Map.of("variable", "segment", "new", "key", "name", "Check"));
    }
    return cases.event(
        "VARIABLE_CHANGED", "eve", Map.of("variable", "amount", "old", 80, "new", 90_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void everyStatementHasASourceAndNoGaps(String language) {
    Reading reading = full().read(Locale.forLanguageTag(language));
    List<RiskFlag> risks = CaseRisks.of(reading, List.of());
    List<Fact> facts = CaseFacts.of(reading, risks);
    assertThat(facts).hasSizeGreaterThan(30);
    assertThat(facts)
        .allSatisfy(
            fact -> {
              assertThat(fact.statement().sources()).isNotEmpty();
              assertThat(fact.text()).doesNotContain("{").doesNotContain("null").isNotBlank();
            });
    assertThat(risks).allSatisfy(risk -> assertThat(risk.sources()).isNotEmpty());
    assertThat(CaseMetrics.of(reading))
        .allSatisfy(metric -> assertThat(metric.text()).isNotBlank());
  }

  @Test
  void theSummarySaysWhatMattersInTheReadersLanguage() {
    Reading english = full().read(Locale.ENGLISH);
    String text = Summary.text(Summary.of(CaseFacts.of(english, List.of())));
    assertThat(text)
        .contains("The case ORD-1 (Pricing) was started by bob")
        .contains("overdue by 2 days and 1 hour")
        .contains("Check the customer was completed by eve with the outcome solvent.")
        .contains("9 of 9 similar cases were answered with approved.");
    Reading german = full().read(Locale.GERMANY);
    assertThat(Summary.text(Summary.of(CaseFacts.of(german, List.of()))))
        .contains("Der Vorgang ORD-1 (Pricing) wurde von bob")
        .contains("2 Tage und 1 Stunde");
  }

  @Test
  void risksComeFromDeadlinesFailuresOddValuesAndPrecedents() {
    List<RiskFlag> risks = CaseRisks.of(full().read(), List.of());
    assertThat(risks)
        .extracting(RiskFlag::code)
        .contains("OVERDUE", "INCIDENT", "UNUSUAL_VALUE", "OFTEN_CANCELLED");
    assertThat(risks.get(0).severity()).isEqualTo(RiskFlag.Severity.HIGH);
    assertThat(CaseRisks.of(aCase().with("amount", 1).read(), List.of())).isEmpty();
  }

  @Test
  void theTimelineTellsWhatPeopleDid() {
    assertThat(Timeline.of(full().read()))
        .extracting(moment -> moment.text())
        .contains("Amount was changed from 80 to 90,000 (by eve).")
        .noneMatch(text -> text.contains("began"));
  }
}
