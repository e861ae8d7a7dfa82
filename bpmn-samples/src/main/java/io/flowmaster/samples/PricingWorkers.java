package io.flowmaster.samples;

import io.flowmaster.worker.Worker;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

/** The price list that pricing approval writes to. */
final class PricingWorkers {
  private static final int VALID_MONTHS = 12;
  private final Clock clock;

  PricingWorkers(Clock clock) {
    this.clock = clock;
  }

  record Price(String customer, String product, BigDecimal requestedPrice) {}

  record Entry(String priceId, BigDecimal agreedUnitPrice, LocalDate validUntil) {}

  @Worker("price-list")
  Entry enter(Price price) {
    return new Entry(
        References.of("PRC", price.customer() + "/" + price.product()),
        price.requestedPrice(),
        LocalDate.now(clock).plusMonths(VALID_MONTHS));
  }
}
