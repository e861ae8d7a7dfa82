package io.flowmaster.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of every table decides at least one of these cases. */
class DecisionTablesTest {
  private static final Set<String> HIT = new LinkedHashSet<>();
  private static final DmnEngine ENGINE = engine();

  @ParameterizedTest
  @CsvSource({
    "KP, retail,        1000,   false, prohibited",
    "DE, retail,        1000,   true,  prohibited",
    "DE, weapons,       1000,   false, prohibited",
    "DE, gambling,      1000,   false, high",
    "BR, retail,        50000,  false, high",
    "BR, retail,        49999,  false, medium",
    "DE, travel,        1000,   false, medium",
    "DE, retail,        250000, false, medium",
    "DE, retail,        249999, false, low",
    "US, digital-goods, 0,      false, medium",
  })
  void merchantRisk(String country, String industry, int volume, boolean sanctions, String level) {
    assertThat(
            decide(
                "merchant-onboarding",
                "merchant-risk",
                Map.of(
                    "country", country,
                    "industry", industry,
                    "monthlyVolume", volume,
                    "sanctionsHit", sanctions)))
        .containsEntry("riskLevel", level)
        .containsKey("riskReason");
  }

  @ParameterizedTest
  @CsvSource({
    "500,     , nobody",
    "1000.01, , manager",
    ", 1000.00, nobody",
    ",        , manager",
  })
  void invoiceRelease(BigDecimal entered, String read, String by) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("total", read);
    Map<String, Object> known = new HashMap<>();
    known.put("total", entered);
    known.put("invoice", Map.of("fields", fields));
    assertThat(decide("invoice-intake", "invoice-release", known))
        .containsEntry("releasedBy", by)
        .containsKey("releaseReason");
  }

  @ParameterizedTest
  @CsvSource({
    "49.99, 50, standard,    1,    refused",
    "95,    50, standard,    1,    none",
    "94.99, 50, standard,    1,    desk",
    "90,    50, key-account, 1,    none",
    "89.99, 50, key-account, 1,    desk",
    "80,    50, standard,    1249, desk",
    "80,    50, standard,    1250, manager",
    "79.99, 50, standard,    1,    manager",
  })
  void approvalLevel(double price, double cost, String tier, int quantity, String level) {
    assertThat(
            decide(
                "pricing-approval",
                "approval-level",
                Map.of(
                    "listPrice", 100,
                    "requestedPrice", price,
                    "unitCost", cost,
                    "customerTier", tier,
                    "quantity", quantity)))
        .containsEntry("approvalLevel", level)
        .containsKey("levelReason");
  }

  @ParameterizedTest
  @CsvSource({
    "yes, no,         0, 40, refuse",
    "no,  not-needed, 0, 40, reservation",
    "yes, not-needed, 6, 40, refuse",
    "yes, not-needed, 5, 40, reservation",
    "yes, yes,        0, 39, reservation",
    "yes, yes,        0, 41, reservation",
    "yes, yes,        0, 40, accept",
  })
  void shipmentAcceptance(
      String seal, String temperature, int damaged, int counted, String acceptance) {
    assertThat(
            decide(
                "shipment-acceptance",
                "shipment-acceptance-decision",
                Map.of(
                    "sealIntact", seal,
                    "temperatureKept", temperature,
                    "damagedPackages", damaged,
                    "countedPackages", counted,
                    "orderedPackages", 40)))
        .containsEntry("acceptance", acceptance)
        .containsKey("acceptanceReason");
  }

  @ParameterizedTest
  @CsvSource({
    "negative,   positive,   no-objection, deny",
    "positive,   negative,   none,         deny",
    "conditions, positive,   objection,    deny",
    "positive,   positive,   no-objection, grant",
    "positive,   positive,   none,         grant",
    "positive,   conditions, none,         grant-with-conditions",
    "positive,   positive,   conditions,   grant-with-conditions",
  })
  void permitRecommendation(
      String technical, String environmental, String authority, String recommendation) {
    assertThat(
            decide(
                "permit-application",
                "permit-recommendation",
                Map.of(
                    "technicalResult", technical,
                    "environmentalResult", environmental,
                    "authorityStatement", authority)))
        .containsEntry("recommendation", recommendation)
        .containsKey("recommendationReason");
  }

  @ParameterizedTest
  @CsvSource({
    "new-building,  200,   1600",
    "new-building,  200.5, 2403",
    "extension,     40,    520",
    "change-of-use, 40,    350",
    "demolition,    40,    250",
  })
  void permitFee(String type, double area, double fee) {
    Map<String, Object> result =
        decide("permit-application", "permit-fee", Map.of("permitType", type, "floorArea", area));
    assertThat(((Number) result.get("fee")).doubleValue()).isEqualTo(fee);
  }

  @ParameterizedTest
  @CsvSource({
    "suspected-fraud, operator-error, 1,    manager",
    "duplicate,       fraud,          1,    manager",
    "duplicate,       customer-error, 5000, operations",
    "wrong-amount,    operator-error, 1000, operations",
    "wrong-amount,    customer-error, 200,  operations",
    "wrong-payee,     customer-error, 201,  manager",
  })
  void refundAuthority(String type, String cause, int amount, String authority) {
    assertThat(
            decide(
                "payment-incident-resolution",
                "refund-authority",
                Map.of("incidentType", type, "rootCause", cause, "correctionAmount", amount)))
        .containsEntry("refundAuthority", authority)
        .containsKey("authorityReason");
  }

  @AfterAll
  static void everyRuleDecidedOnce() {
    Set<String> rules =
        Sample.all().stream()
            .flatMap(sample -> sample.files().stream())
            .filter(file -> file.toString().endsWith(".dmn"))
            .map(file -> Dmn.readModelFromFile(file.toFile()))
            .flatMap(model -> model.getModelElementsByType(Rule.class).stream())
            .map(Rule::getId)
            .collect(Collectors.toSet());
    assertThat(HIT).containsExactlyInAnyOrderElementsOf(rules);
  }

  private static Map<String, Object> decide(
      String sample, String decision, Map<String, Object> variables) {
    String xml =
        new Sample(sample)
            .files().stream()
                .filter(file -> file.toString().endsWith(".dmn"))
                .map(Sample::text)
                .filter(text -> text.contains("<decision id=\"" + decision + "\""))
                .findFirst()
                .orElseThrow();
    DmnDecision parsed =
        ENGINE.parseDecision(
            decision, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    return new HashMap<>(
        ENGINE.evaluateDecision(parsed, variables).getSingleResult().getEntryMap());
  }

  private static DmnEngine engine() {
    DmnEngineConfiguration configuration =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(event -> event.getMatchingRules().forEach(rule -> HIT.add(rule.getId())));
    return configuration.buildEngine();
  }
}
