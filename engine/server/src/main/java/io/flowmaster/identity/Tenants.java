package io.flowmaster.identity;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tenants. Making one, and putting users into one, is for platform administrators: the first
 * administrator is one, and is named in the table, not in a token.
 */
public interface Tenants {

  /** The tenants that the current user belongs to, by id. */
  List<TenantView> own();

  /**
   * All tenants, by id.
   *
   * @throws PlatformAdminRequired when the current user is none
   */
  Page<TenantView> all(PageQuery page);

  /**
   * Who belongs to a tenant, and what each is there: for the administrators of the current tenant,
   * and for platform administrators in any.
   *
   * @param text part of the id, name or address; null for all
   * @throws TenantNotFound when there is no such tenant, or the current user may not know of it
   */
  Page<Users.UserView> members(TenantId tenant, @Nullable String text, PageQuery page);

  /**
   * Makes a tenant, with the current user as its first administrator.
   *
   * @throws PlatformAdminRequired when the current user is none
   * @throws IdTaken when there is such a tenant
   */
  TenantView create(TenantId id, String name);

  /**
   * Makes an existing user a member of a tenant, or changes its roles there.
   *
   * @throws PlatformAdminRequired when the current user is none
   * @throws TenantNotFound when there is no such tenant
   * @throws UserNotFound when there is no such user
   * @throws PasswordNotOwn when the user's present tenant knows the user's password
   */
  void putMember(TenantId tenant, UserId user, Set<String> roles);

  /**
   * Ends a user's membership of a tenant, with its groups and API keys there; the account stays.
   * For platform administrators, and for administrators of that tenant in that tenant.
   *
   * @throws PlatformAdminRequired when the current user may not
   * @throws UserNotFound when it is no member
   * @throws LastAdministrator when nobody would be left to administer the tenant
   */
  void removeMember(TenantId tenant, UserId user);

  /** A tenant. */
  record TenantView(
      @Schema(example = "demo") TenantId id,
      @Schema(example = "Demo") String name,
      Instant createdAt) {}
}
