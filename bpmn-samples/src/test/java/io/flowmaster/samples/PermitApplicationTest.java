package io.flowmaster.samples;

import io.flowmaster.samples.PermitWorkers.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PermitApplicationTest extends ProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      SampleEngine.withFullCoverage("permit-application");

  private final PermitWorkers workers =
      new PermitWorkers(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  PermitApplicationTest() {
    super(EXTENSION.getProcessEngine(), "permit-application");
  }

  @Test
  void aPermitIsGrantedWhenNobodyObjects() {
    reviewed("positive")
        .receives("authority-statement", Map.of("authorityStatement", "no-objection"))
        .has("recommendation", "grant")
        .does("manager", "decideOnPermit", decided("grant"))
        .has("fee", 1280.0)
        .works("permit-register", Map.class, nothing -> workers.register(CONTEXT))
        .has("validUntil", "2029-03-01")
        .works("applicant-notice", Notice.class, workers::write)
        .endedAt("permitIssued");
  }

  @Test
  void aPermitIsDeniedWithALetter() {
    reviewed("negative")
        .receives("authority-statement", Map.of("authorityStatement", "objection"))
        .has("recommendation", "deny")
        .does("manager", "decideOnPermit", decided("deny"))
        .works("applicant-notice", Notice.class, workers::write)
        .endedAt("permitDenied");
  }

  @Test
  void silenceOfTheAuthorityCountsAsConsent() {
    reviewed("positive")
        .waited(Duration.ofDays(21), "authoritySilent")
        .has("recommendation", "grant")
        .waitsAt("decideOnPermit");
  }

  @Test
  void missingDocumentsAreAskedForAndCheckedAgain() {
    incomplete()
        .receives("permit-documents", Map.of())
        .does("employee2", "checkCompleteness", Map.of("applicationComplete", "yes"))
        .waitsAt("technicalReview", "environmentalReview", "askAuthority");
  }

  @Test
  void anApplicationThatStaysIncompleteIsTakenAsWithdrawn() {
    incomplete().waited(Duration.ofDays(30), "applicantSilent").endedAt("applicationWithdrawn");
  }

  private Execution filed() {
    return started(
        "employee",
        Map.of(
            "applicantName",
            "Ida Berg",
            "contactEmail",
            "ida@example.com",
            "siteAddress",
            "Hafenweg 3",
            "permitType",
            "new-building",
            "floorArea",
            120,
            "nearWater",
            true,
            "description",
            "House with two floors"));
  }

  private Execution incomplete() {
    return filed()
        .does(
            "employee",
            "checkCompleteness",
            Map.of("applicationComplete", "no", "missingDocuments", "Site plan"))
        .works("applicant-notice", Notice.class, workers::write)
        .waitsAt("waitForApplicant");
  }

  private Execution reviewed(String result) {
    return filed()
        .does("employee", "checkCompleteness", Map.of("applicationComplete", "yes"))
        .does("employee", "technicalReview", Map.of("technicalResult", result))
        .does("employee2", "environmentalReview", Map.of("environmentalResult", "positive"))
        .works("authority-request", Map.class, nothing -> workers.ask(CONTEXT))
        .waitsAt("receiveStatement");
  }

  private static Map<String, Object> decided(String decision) {
    return Map.of("permitDecision", decision, "decisionReason", "As recommended");
  }
}
