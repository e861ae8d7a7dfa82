package io.flowmaster.audit;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;

/**
 * A person's data was erased. Its entry in the audit log is what the chain accounts for the changed
 * entries with.
 *
 * @param erasure id of the erasure
 * @param pseudonym what stands in the person's place now
 * @param entries how many entries of the audit log were changed
 * @param digest over the changed entries' new content
 * @param erased how many things were changed, by area
 */
public record PersonErased(
    TenantId tenant,
    String erasure,
    String pseudonym,
    int entries,
    String digest,
    Map<String, Integer> erased,
    Instant at)
    implements DomainEvent {

  /** How the audit log calls it. */
  public static final String ACTION = "PersonErased";

  /** How the audit log names an erasure. */
  public static String subject(String erasure) {
    return "erasure/" + erasure;
  }

  @Override
  public String subject() {
    return subject(erasure);
  }
}
