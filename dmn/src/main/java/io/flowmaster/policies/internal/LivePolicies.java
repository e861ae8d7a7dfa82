package io.flowmaster.policies.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.TenantId;
import io.flowmaster.policies.PolicyVersion;
import io.flowmaster.rules.DecisionTables;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The policies in force, compiled. Another node's change is seen within two seconds, at the price
 * of one read by key per tenant and node in that time.
 */
@Component
class LivePolicies {
  private static final Duration KNOWN = Duration.ofSeconds(2);
  private static final int MOST_TENANTS = 10_000;
  private final JdbcPolicyStore store;
  private final DecisionTables tables;
  private final Cache<TenantId, Optional<Integer>> inForce =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(MOST_TENANTS).build();
  private final Cache<Version, PolicyTable> compiled =
      Caffeine.newBuilder().maximumSize(500).build();

  LivePolicies(JdbcPolicyStore store, DecisionTables tables) {
    this.store = store;
    this.tables = tables;
  }

  private record Version(TenantId tenant, int number) {}

  /** Empty when the roles alone decide. */
  Optional<PolicyTable> of(TenantId tenant) {
    return inForce
        .get(tenant, store::inForce)
        .map(number -> compiled.get(new Version(tenant, number), this::load));
  }

  void changed(TenantId tenant) {
    inForce.invalidate(tenant);
  }

  private PolicyTable load(Version version) {
    PolicyVersion found = store.version(version.tenant(), version.number()).orElseThrow();
    String dmn = Objects.requireNonNull(found.dmnXml());
    return new PolicyTable(tables.compile(dmn), dmn, version.number());
  }
}
