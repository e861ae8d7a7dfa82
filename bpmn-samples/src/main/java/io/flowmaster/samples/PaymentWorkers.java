package io.flowmaster.samples;

import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.Worker;
import java.math.BigDecimal;
import java.util.Set;

/** The payment system, the ledger and the bank of payment incident resolution. */
final class PaymentWorkers {
  private static final Set<String> CLOSED_ACCOUNTS = Set.of("DE89370400440532013000");

  record Payment(String paymentReference) {}

  record Freeze(String paymentState, String freezeReference) {}

  record Release(String paymentState) {}

  record Correction(String paymentReference, BigDecimal correctionAmount) {}

  record Booking(String bookingNumber) {}

  record Reversal(String reversalNumber) {}

  record Refund(String paymentReference, String payerAccount, BigDecimal correctionAmount) {}

  record Refunded(String refundReference, String paymentState) {}

  @Worker("payment-freeze")
  Freeze freeze(Payment payment) {
    return new Freeze("frozen", References.of("FRZ", payment.paymentReference()));
  }

  @Worker("payment-release")
  Release release(Payment payment) {
    return new Release("released");
  }

  @Worker("ledger-correction")
  Booking correct(Correction correction) {
    return new Booking(References.of("BKG", correction.paymentReference()));
  }

  @Worker("ledger-reversal")
  Reversal reverse(Correction correction) {
    return new Reversal(References.of("REV", correction.paymentReference()));
  }

  @Worker(value = "payer-refund", errors = "ACCOUNT_CLOSED")
  Refunded refund(Refund refund) {
    if (CLOSED_ACCOUNTS.contains(refund.payerAccount())) {
      throw new BusinessError(
          "ACCOUNT_CLOSED", "The account " + refund.payerAccount() + " is closed");
    }
    return new Refunded(References.of("RFD", refund.paymentReference()), "refunded");
  }
}
