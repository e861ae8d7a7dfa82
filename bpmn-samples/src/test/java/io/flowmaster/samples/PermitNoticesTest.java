package io.flowmaster.samples;

import io.flowmaster.worker.test.TestExecution;
import io.flowmaster.worker.test.WorkerEngine;
import io.flowmaster.worker.test.WorkerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The process and its workers as they run together, the worker's clock included. */
@WorkerTest("samples/permit-application/*")
class PermitNoticesTest {

  @Test
  void whoSendsNothingHasWithdrawnAfterThirtyDays(WorkerEngine engine) {
    TestExecution permit = filed(engine);
    permit
        .does(
            "checkCompleteness",
            Map.of("applicationComplete", "no", "missingDocuments", "Site plan"))
        .waitsAt("waitForApplicant")
        .has(
            "lastNotice",
            Map.of(
                "to", "ida@example.com",
                "subject", "Hafenweg 3",
                "body", "Ida Berg: Please send us: Site plan"));
    engine.advance(Duration.ofDays(29));
    permit.waitsAt("waitForApplicant");
    engine.advance(Duration.ofDays(1));
    permit.passed("applicationWithdrawn");
  }

  @Test
  void aPermitIsValidForThreeYears(WorkerEngine engine) {
    TestExecution permit =
        filed(engine)
            .does("checkCompleteness", Map.of("applicationComplete", "yes"))
            .does("technicalReview", Map.of("technicalResult", "positive"))
            .does("environmentalReview", Map.of("environmentalResult", "positive"))
            .receives("authority-statement", Map.of("authorityStatement", "no-objection"));
    permit
        .does(
            "decideOnPermit", Map.of("permitDecision", "grant", "decisionReason", "As recommended"))
        .has("validUntil", "2029-03-01")
        .passed("permitIssued");
  }

  private static TestExecution filed(WorkerEngine engine) {
    engine.clock().set(Instant.parse("2026-03-01T12:00:00Z"));
    return engine
        .workers(new PermitWorkers(engine.clock()))
        .start(
            "permit-application",
            Map.of(
                "applicantName", "Ida Berg",
                "contactEmail", "ida@example.com",
                "siteAddress", "Hafenweg 3",
                "permitType", "new-building",
                "floorArea", 120,
                "nearWater", true,
                "description", "House with two floors"));
  }
}
