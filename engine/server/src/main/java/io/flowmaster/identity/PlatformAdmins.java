package io.flowmaster.identity;

import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.platform.UserId;
import java.util.List;

/**
 * Who may make tenants and put users into them. Every call is for platform administrators only.
 *
 * <p>Each throws {@link PlatformAdminRequired} when the current user is none.
 */
public interface PlatformAdmins {

  /** By id. */
  List<PersonView> list();

  /**
   * @throws UserNotFound when there is no such account
   * @throws PasswordNotOwn when a tenant's administrator knows the user's password
   */
  void add(UserId user);

  /**
   * Does nothing when the user is none.
   *
   * @throws LastPlatformAdmin when nobody would be left
   */
  void remove(UserId user);
}
