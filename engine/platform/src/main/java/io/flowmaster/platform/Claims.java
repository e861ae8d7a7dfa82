package io.flowmaster.platform;

/**
 * The claims of an access token (RFC 9068 profile) that the platform reads, whoever issued it.
 *
 * <p>{@code memberships} is {@code {"<tenant>": {"roles": […], "groups": […]}}}. A token of an
 * issuer that knows no memberships may carry flat {@code tenants}, {@code roles} and {@code groups}
 * instead, which then hold in each tenant.
 */
public final class Claims {
  public static final String MEMBERSHIPS = "memberships";
  public static final String TENANTS = "tenants";
  public static final String ROLES = "roles";
  public static final String GROUPS = "groups";

  /** The name to log in with. */
  public static final String USERNAME = "preferred_username";

  /** The name to show. */
  public static final String NAME = "name";

  public static final String EMAIL = "email";

  /** The login session (token family) that the token belongs to; revoking it ends the token. */
  public static final String SESSION = "sid";

  /** {@code person}, {@code worker} or {@code agent}; a person when absent. */
  public static final String KIND = "actor_kind";

  /** The id of the person for whom an agent acts; of no meaning in the token of anybody else. */
  public static final String ON_BEHALF_OF = "on_behalf_of";

  private Claims() {}
}
