package io.flowmaster.integrations.internal;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Token buckets in {@code integrations_limit}, so that all nodes draw from the same. */
@Component
class SharedLimits {
  private final Buckets buckets;

  SharedLimits(DataSource database, Clock clock) {
    this.buckets = new Buckets(database, clock);
  }

  /**
   * Takes one call.
   *
   * @return zero when it may be made; otherwise how long until one may
   */
  Duration take(String id, int callsPerMinute) {
    BucketConfiguration limit =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(callsPerMinute)
                    .refillGreedy(callsPerMinute, Duration.ofMinutes(1))
                    .build())
            .build();
    // A changed limit begins a bucket of its own.
    ConsumptionProbe probe =
        buckets.getProxy(id + "/" + callsPerMinute, () -> limit).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private static final class Buckets extends AbstractSelectForUpdateBasedProxyManager<String> {
    private final DataSource database;

    Buckets(DataSource database, Clock clock) {
      super(ClientSideConfig.getDefault().withClientClock(meter(clock)));
      this.database = database;
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(
        String key, Optional<Long> timeout) {
      return new LimitTransaction(database, key);
    }

    @Override
    public void removeProxy(String key) {
      new JdbcTemplate(database).update("delete from integrations_limit where id = ?", key);
    }

    private static TimeMeter meter(Clock clock) {
      return new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
          return true;
        }
      };
    }
  }
}
