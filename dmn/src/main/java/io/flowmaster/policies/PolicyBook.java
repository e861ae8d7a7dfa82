package io.flowmaster.policies;

import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.rules.DecisionTableSketch;
import org.jspecify.annotations.Nullable;

/**
 * The access policy of the current tenant: one decision table over {@code subject}, {@code
 * resource} and {@code action} with an output {@code effect}. What it denies is denied, whatever
 * another rule allows; what no rule denies is left to the roles. Nothing of it concerns the
 * administration of policies, so nobody can be locked out of that.
 */
public interface PolicyBook {

  /** What holds now, and the draft. */
  PolicyView current();

  /**
   * Keeps a draft, which changes nobody's access.
   *
   * @param dmnXml the model; null when a table is given
   * @throws UnusablePolicy when it is no table with an output {@code effect}
   */
  PolicyView draft(
      @Nullable String dmnXml, @Nullable DecisionTableSketch table, @Nullable String ifMatch);

  /**
   * The draft is in force from now on.
   *
   * @throws NothingToPublish when there is no draft
   */
  PolicyView publish(@Nullable String changelog, @Nullable String ifMatch);

  /**
   * Puts an earlier version in force again, as a new version.
   *
   * @throws PolicyVersionNotFound when there is none with that number
   */
  PolicyView rollBack(int version, @Nullable String ifMatch);

  /** From now on the roles alone decide. */
  PolicyView disable(@Nullable String ifMatch);

  /** Versions without their models, latest first. */
  Page<PolicyVersion> versions(PageQuery page);

  /**
   * @throws PolicyVersionNotFound when there is none with that number
   */
  PolicyVersion version(int version);

  /**
   * What the policy decides, and by which rule.
   *
   * @param draft whether the draft is asked instead of what is in force
   */
  Explanation explain(PolicySubject subject, Resource resource, String action, boolean draft);
}
