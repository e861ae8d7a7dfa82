package io.flowmaster.policies;

import io.flowmaster.platform.UserId;
import java.util.Map;

/**
 * What administrators note about people, machines and agents of the current tenant, for policies to
 * ask for: cost centre, region, clearance.
 */
public interface SubjectAttributes {

  /** Empty when nothing is noted. */
  Map<String, Object> of(UserId subject);

  /** Replaces what is noted: text, numbers, truth values and lists of text. */
  Map<String, Object> put(UserId subject, Map<String, Object> attributes);
}
