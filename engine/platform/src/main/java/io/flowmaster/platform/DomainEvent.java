package io.flowmaster.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact: something that happened in an area, published in the transaction that caused it.
 * Implementations are records in the past tense; each one is written to the audit log by itself.
 */
public interface DomainEvent {
  TenantId tenant();

  /** What it happened to, as {@code kind/id}, for example {@code task/0192…}. */
  @JsonIgnore
  String subject();

  Instant at();

  /**
   * What differs, as it was before: a record or a map with the same members as {@link #after()}.
   * Only the audit log keeps it.
   *
   * @return null when there was nothing, or when the event itself says it all
   */
  @JsonIgnore
  default @Nullable Object before() {
    return null;
  }

  /** What differs, as it is now; see {@link #before()}. */
  @JsonIgnore
  default @Nullable Object after() {
    return null;
  }
}
