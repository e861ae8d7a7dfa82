package io.flowmaster.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.gateway.internal.GatewayProperties.RouteLimit;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.MetaDataAccessException;

@PlatformTest
class BucketsIT {
  private static final RouteLimit TEN_A_DAY = new RouteLimit(10, Duration.ofDays(1));
  private final DataSource database;
  private final GatewayProperties properties;

  BucketsIT(DataSource database, GatewayProperties properties) {
    this.database = database;
    this.properties = properties;
  }

  @Test
  void whatIsUsedUpIsUsedUpForOneKeyOnly() throws MetaDataAccessException {
    Buckets buckets = new Buckets(database, properties);
    String key = Names.unique("key");
    assertThat(taken(buckets, key, 12)).isEqualTo(10);
    assertThat(buckets.take(key, TEN_A_DAY).getNanosToWaitForRefill()).isPositive();
    assertThat(taken(buckets, key + "-other", 1)).isEqualTo(1);
  }

  @Test
  void nodesOfOnePostgresCountTogether() throws MetaDataAccessException {
    boolean isPostgres = "postgresql".equals(System.getProperty("flowmaster.test.database"));
    String key = Names.unique("key");
    long both =
        taken(new Buckets(database, properties), key, 10)
            + taken(new Buckets(database, properties), key, 10);
    // Each may give away a twentieth, and at least one, before it asks what the others gave.
    assertThat(both).isBetween(isPostgres ? 10L : 20L, isPostgres ? 12L : 20L);
  }

  private static long taken(Buckets buckets, String key, int tries) {
    return IntStream.range(0, tries).filter(i -> buckets.take(key, TEN_A_DAY).isConsumed()).count();
  }
}
