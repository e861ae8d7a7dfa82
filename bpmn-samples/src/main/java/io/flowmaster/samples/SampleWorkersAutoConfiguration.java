package io.flowmaster.samples;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The workers of the samples, where demo data is wanted and workers are enabled. */
@AutoConfiguration
@Profile("demo")
@ConditionalOnProperty(name = "flowmaster.worker.enabled", matchIfMissing = true)
@Import({InvoiceWorkers.class, MerchantWorkers.class, ShipmentWorkers.class, PaymentWorkers.class})
class SampleWorkersAutoConfiguration {

  @Bean
  PricingWorkers pricingWorkers(ObjectProvider<Clock> clock) {
    return new PricingWorkers(clock.getIfUnique(Clock::systemUTC));
  }

  @Bean
  PermitWorkers permitWorkers(ObjectProvider<Clock> clock) {
    return new PermitWorkers(clock.getIfUnique(Clock::systemUTC));
  }
}
