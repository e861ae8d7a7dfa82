package io.flowmaster.gateway.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.gateway.internal.GatewayProperties.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Counts requests: token buckets in this JVM, which the nodes of one PostgreSQL settle with each
 * other about once a second, so that a request does not wait for the database.
 */
@Component
class Buckets {
  private static final int MOST = 100_000;
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final Duration SETTLED = Duration.ofSeconds(1);

  /** Of a limit, the part that a node may give away without telling the others. */
  private static final int PARTS = 20;

  private final Cache<String, Bucket> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();
  private final @Nullable ProxyManager<String> shared;

  Buckets(DataSource database, GatewayProperties properties) throws MetaDataAccessException {
    String product = JdbcUtils.extractDatabaseMetaData(database, m -> m.getDatabaseProductName());
    this.shared = properties.shared() && "PostgreSQL".equals(product) ? onPostgres(database) : null;
  }

  private static ProxyManager<String> onPostgres(DataSource database) {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("gateway_bucket")
        .idColumn("id")
        .stateColumn("state")
        .expiresAtColumn("expires_at")
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(IDLE))
        .build();
  }

  /** Takes one of what the key may have. */
  ConsumptionProbe take(String key, Limit limit) {
    return known.get(key, k -> bucket(k, limit)).tryConsumeAndReturnRemaining(1);
  }

  private Bucket bucket(String key, Limit limit) {
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(
                bandwidth ->
                    bandwidth
                        .capacity(limit.requests())
                        .refillGreedy(limit.requests(), limit.per()))
            .build();
    if (shared == null) {
      return Bucket.builder().addLimit(configuration.getBandwidths()[0]).build();
    }
    DelayParameters delay = new DelayParameters(Math.max(1, limit.requests() / PARTS), SETTLED);
    return shared
        .builder()
        .withOptimization(Optimizations.delaying(delay))
        .build(key, () -> configuration);
  }
}
