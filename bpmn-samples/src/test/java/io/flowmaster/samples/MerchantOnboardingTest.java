package io.flowmaster.samples;

import io.flowmaster.samples.MerchantWorkers.Merchant;
import java.time.Duration;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MerchantOnboardingTest extends ProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      SampleEngine.withFullCoverage("merchant-onboarding");

  private final MerchantWorkers workers = new MerchantWorkers();

  MerchantOnboardingTest() {
    super(EXTENSION.getProcessEngine(), "merchant-onboarding");
  }

  @Test
  void aMerchantOfLowRiskNeedsNoApproval() {
    screened("Fahrrad Feinkost GmbH", "DE", "retail", 20_000)
        .has("riskLevel", "low")
        .works("merchant-account", Merchant.class, workers::open)
        .has("merchantId", References.of("MER", "DE HRB 12345"))
        .endedAt("merchantOnboarded");
  }

  @Test
  void anythingElseIsApprovedByTwoDifferentPeople() {
    screened("Weltweit Reisen AG", "DE", "travel", 20_000)
        .has("riskLevel", "medium")
        .does("employee", "firstApproval", approve("first"))
        .does("manager", "secondApproval", approve("second"))
        .works("merchant-account", Merchant.class, workers::open)
        .endedAt("merchantOnboarded");
  }

  @Test
  void eitherApproverCanDecline() {
    screened("Alfa Coins BV", "NL", "crypto", 1_000)
        .has("riskLevel", "high")
        .does("employee", "firstApproval", Map.of("firstDecision", "decline", "firstComment", "No"))
        .endedAt("declinedFirst");
    screened("Lagos Outfitters Ltd", "NG", "retail", 60_000)
        .has("riskLevel", "high")
        .does("employee", "firstApproval", approve("first"))
        .does("manager", "secondApproval", Map.of("secondDecision", "decline"))
        .endedAt("declinedSecond");
  }

  @Test
  void aMerchantOnASanctionsListIsDeclined() {
    screened("Trading House BLACK Harboür Ltd.", "GB", "retail", 1_000)
        .has("sanctionsHit", true)
        .has("riskLevel", "prohibited")
        .endedAt("declinedByPolicy");
  }

  @Test
  void missingDocumentsAreWaitedForAndCheckedAgain() {
    applied("Fahrrad Feinkost GmbH", "DE", "retail", 20_000)
        .does("employee", "checkDocuments", missing())
        .waitsAt("waitForDocuments")
        .receives("merchant-documents", Map.of())
        .does("employee2", "checkDocuments", Map.of("documentsComplete", "yes"))
        .waitsAt("screenSanctions");
  }

  @Test
  void anApplicationWithoutDocumentsLapses() {
    applied("Fahrrad Feinkost GmbH", "DE", "retail", 20_000)
        .does("employee", "checkDocuments", missing())
        .waited(Duration.ofDays(14), "documentsOverdue")
        .endedAt("applicationLapsed");
  }

  private Execution applied(String name, String country, String industry, int volume) {
    return started(
        "employee",
        Map.of(
            "merchantName", name,
            "registrationNumber", "HRB 12345",
            "country", country,
            "industry", industry,
            "monthlyVolume", volume,
            "contactEmail", "kyc@example.com"));
  }

  private Execution screened(String name, String country, String industry, int volume) {
    return applied(name, country, industry, volume)
        .does("employee", "checkDocuments", Map.of("documentsComplete", "yes"))
        .works("sanctions-screening", Merchant.class, m -> workers.screen(m, CONTEXT));
  }

  private static Map<String, Object> approve(String eyes) {
    return Map.of(eyes + "Decision", "approve", eyes + "Comment", "Known to us");
  }

  private static Map<String, Object> missing() {
    return Map.of("documentsComplete", "no", "missingDocuments", "Company extract");
  }
}
