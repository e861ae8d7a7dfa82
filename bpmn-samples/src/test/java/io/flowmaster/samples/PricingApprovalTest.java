package io.flowmaster.samples;

import io.flowmaster.samples.PricingWorkers.Price;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PricingApprovalTest extends ProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      SampleEngine.withFullCoverage("pricing-approval");

  private final PricingWorkers workers =
      new PricingWorkers(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  PricingApprovalTest() {
    super(EXTENSION.getProcessEngine(), "pricing-approval");
  }

  @Test
  void aSmallDiscountNeedsNoApproval() {
    asked(97)
        .has("approvalLevel", "none")
        .works("price-list", Price.class, workers::enter)
        .has("validUntil", "2027-03-01")
        .endedAt("priceConfirmed");
  }

  @Test
  void thePricingDeskDecidesOnMiddlingDiscounts() {
    asked(85)
        .has("approvalLevel", "desk")
        .does("employee2", "reviewPrice", accept())
        .works("price-list", Price.class, workers::enter)
        .endedAt("priceConfirmed");
    asked(85)
        .does("employee2", "reviewPrice", Map.of("deskDecision", "refuse"))
        .endedAt("refusedByDesk");
  }

  @Test
  void managementDecidesOnLargeDiscounts() {
    asked(70)
        .has("approvalLevel", "manager")
        .does("employee2", "reviewPrice", accept())
        .does("manager", "approvePrice", Map.of("managerDecision", "approve"))
        .works("price-list", Price.class, workers::enter)
        .endedAt("priceConfirmed");
    asked(70)
        .does("employee2", "reviewPrice", accept())
        .does("manager", "approvePrice", Map.of("managerDecision", "refuse"))
        .endedAt("refusedByManager");
  }

  @Test
  void anAgreedCounterOfferIsCheckedAgain() {
    asked(70)
        .does("employee2", "reviewPrice", counterOffer(96))
        .does("employee", "discussCounterOffer", Map.of("customerAgrees", "yes", "agreedPrice", 96))
        .has("requestedPrice", 96)
        .has("approvalLevel", "none")
        .works("price-list", Price.class, workers::enter)
        .endedAt("priceConfirmed");
  }

  @Test
  void aRefusedCounterOfferEndsTheRequest() {
    asked(70)
        .does("employee2", "reviewPrice", counterOffer(96))
        .does("employee", "discussCounterOffer", Map.of("customerAgrees", "no"))
        .has("requestedPrice", 70)
        .endedAt("requestWithdrawn");
  }

  @Test
  void aPriceBelowCostIsRefused() {
    asked(50).endedAt("refusedByPolicy");
  }

  private Execution asked(int price) {
    return started(
        "employee",
        Map.of(
            "customer",
            "Brandt AG",
            "customerTier",
            "standard",
            "product",
            "Bearing 6204",
            "quantity",
            500,
            "listPrice",
            100,
            "unitCost",
            60,
            "requestedPrice",
            price,
            "justification",
            "A competitor offers the same price."));
  }

  private static Map<String, Object> accept() {
    return Map.of("deskDecision", "accept");
  }

  private static Map<String, Object> counterOffer(int price) {
    return Map.of("deskDecision", "counter-offer", "counterPrice", price);
  }
}
