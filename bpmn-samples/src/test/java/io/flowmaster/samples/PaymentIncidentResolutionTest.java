package io.flowmaster.samples;

import io.flowmaster.samples.PaymentWorkers.Correction;
import io.flowmaster.samples.PaymentWorkers.Payment;
import io.flowmaster.samples.PaymentWorkers.Refund;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaymentIncidentResolutionTest extends ProcessTest {
  /** Of the 45 elements the tool cannot see the two compensation events of an engine 7.24. */
  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      SampleEngine.withCoverage("payment-incident-resolution", 43.0 / 45);

  private final PaymentWorkers workers = new PaymentWorkers();

  PaymentIncidentResolutionTest() {
    super(EXTENSION.getProcessEngine(), "payment-incident-resolution");
  }

  private static final String OPEN = "DE02120300000000202051";
  private static final String CLOSED = "DE89370400440532013000";

  @Test
  void aSmallDuplicateIsRefundedByOperations() {
    investigated(OPEN, 300)
        .has("refundAuthority", "operations")
        .works("ledger-correction", Correction.class, workers::correct)
        .works("payer-refund", Refund.class, workers::refund)
        .has("paymentState", "refunded")
        .neverReached("releasePayment", "reverseCorrection")
        .endedAt("incidentResolved");
  }

  @Test
  void aLargeRefundIsApprovedByAManager() {
    investigated(OPEN, 9_000)
        .has("refundAuthority", "manager")
        .does("manager", "approveCorrection", Map.of("correctionDecision", "approve"))
        .waitsAt("bookCorrection");
  }

  @Test
  void aRefusedCorrectionReleasesThePayment() {
    investigated(OPEN, 9_000)
        .does("manager", "approveCorrection", Map.of("correctionDecision", "refuse"))
        .works("payment-release", Payment.class, workers::release)
        .has("paymentState", "released")
        .endedAt("correctionRefused");
  }

  @Test
  void anIncidentWithoutCauseReleasesThePayment() {
    frozen(OPEN)
        .does(
            "employee",
            "investigate",
            Map.of("rootCause", "customer-error", "correctionDue", "no", "findings", "All fine"))
        .works("payment-release", Payment.class, workers::release)
        .endedAt("nothingToCorrect");
  }

  @Test
  void aClosedAccountUndoesTheBookingOnly() {
    investigated(CLOSED, 300)
        .works("ledger-correction", Correction.class, workers::correct)
        .works("payer-refund", Refund.class, workers::refund)
        .works("ledger-reversal", Correction.class, workers::reverse)
        .does(
            "employee2",
            "settleByHand",
            Map.of("settlementMethod", "cheque", "settlementReference", "CH-1"))
        .neverReached("releasePayment")
        .endedAt("settledByHand");
  }

  @Test
  void aWithdrawnComplaintUndoesWhatWasDoneSoFar() {
    investigated(OPEN, 300)
        .works("ledger-correction", Correction.class, workers::correct)
        .receives("complaint-withdrawn", Map.of())
        .works("ledger-reversal", Correction.class, workers::reverse)
        .works("payment-release", Payment.class, workers::release)
        .endedAt("closedAsWithdrawn");
    frozen(OPEN)
        .receives("complaint-withdrawn", Map.of())
        .works("payment-release", Payment.class, workers::release)
        .neverReached("reverseCorrection")
        .endedAt("closedAsWithdrawn");
  }

  private Execution frozen(String account) {
    return started(
            "employee",
            Map.of(
                "paymentReference",
                "PAY-20417",
                "incidentType",
                "duplicate",
                "amount",
                9_500,
                "payerAccount",
                account,
                "reportText",
                "The payer was charged twice."))
        .works("payment-freeze", Payment.class, workers::freeze)
        .has("paymentState", "frozen");
  }

  private Execution investigated(String account, int refund) {
    return frozen(account)
        .does(
            "employee",
            "investigate",
            Map.of(
                "rootCause",
                "system-error",
                "correctionDue",
                "yes",
                "correctionAmount",
                refund,
                "findings",
                "Sent twice by the gateway"));
  }
}
