package io.flowmaster.identity;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users of the current tenant, for its administrators. What a user is in other tenants can be
 * neither seen nor changed here; an account that others share keeps its password, name and address.
 */
public interface Users {

  /** Users whose id, name or address contains the text, by id; null for all. */
  Page<UserView> search(@Nullable String text, PageQuery page);

  /** Enabled users by id and name only, for everybody who assigns work. */
  Page<PersonView> people(@Nullable String text, PageQuery page);

  /**
   * @throws UserNotFound when it is no member of this tenant
   */
  UserView get(UserId user);

  /**
   * Makes a user, who can log in once a password is set.
   *
   * @throws IdTaken when it was given before, in whichever tenant
   */
  UserView create(UserId id, String name, @Nullable String email, Set<String> roles);

  /**
   * Changes a user; tokens in circulation must be refreshed.
   *
   * @param ifMatch the {@code ETag} of the read
   * @throws UserShared when name or address of a shared account would change
   * @throws LastAdministrator when nobody would be left to administer the tenant
   */
  UserView change(
      UserId user,
      String name,
      @Nullable String email,
      Set<String> roles,
      boolean enabled,
      @Nullable String ifMatch);

  /**
   * Sets a password that is good for a change only, and ends the user's sessions.
   *
   * @param password null to have one made
   * @return the password
   * @throws OwnPassword when it is one's own
   * @throws UserShared when the account is shared
   */
  String setPassword(UserId user, @Nullable String password);

  /** A user as an administrator of the tenant sees it. */
  record UserView(
      @Schema(description = "also the name to log in with; it never changes", example = "employee")
          UserId id,
      @Schema(example = "Eve Employee") String name,
      @Schema(example = "employee@demo.example") @Nullable String email,
      @Schema(description = "in this tenant", example = "[\"employee\"]") Set<String> roles,
      @Schema(description = "in this tenant", example = "[\"staff\"]") Set<String> groups,
      @Schema(description = "in this tenant", example = "true") boolean enabled,
      @Schema(description = "whether the password must be changed before the first login")
          boolean passwordExpired,
      @Schema(description = "since when it belongs to this tenant") Instant joinedAt,
      @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore Revision revision) {}

  /** A user as a colleague sees it. */
  record PersonView(
      @Schema(example = "employee") UserId id, @Schema(example = "Eve Employee") String name) {}
}
