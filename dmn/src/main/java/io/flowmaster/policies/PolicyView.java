package io.flowmaster.policies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's access policy.
 *
 * @param inForce the version that holds; null when the roles alone decide
 * @param draft what will be published next; null when there is none
 * @param revision counts up with every change
 */
public record PolicyView(
    @Nullable PolicyVersion inForce, @Nullable Draft draft, @JsonIgnore Revision revision) {

  /**
   * A policy that does not hold yet.
   *
   * @param dmnXml the decision table as DMN
   */
  public record Draft(String dmnXml, Instant updatedAt, UserId updatedBy) {}
}
