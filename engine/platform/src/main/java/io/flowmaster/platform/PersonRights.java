package io.flowmaster.platform;

import java.util.Optional;

/** What a person may do now, for work that somebody began and the platform goes on with. */
public interface PersonRights {

  /**
   * The person with the roles and groups of now.
   *
   * @return empty when nobody of that id is an enabled member of the tenant
   */
  Optional<Actor> now(TenantId tenant, UserId person);
}
