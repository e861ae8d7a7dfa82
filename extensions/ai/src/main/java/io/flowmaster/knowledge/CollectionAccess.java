package io.flowmaster.knowledge;

import io.flowmaster.platform.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a collection: whoever one of the rules names. Administrators may always, since they
 * make the rules; without a rule nobody else may.
 *
 * @param everyone whether whoever has a role in the tenant may; not when absent
 * @param roles roles that may
 * @param groups ids of groups whose members may
 * @param users ids of users and agents that may
 */
public record CollectionAccess(
    @Schema(example = "false") @Nullable Boolean everyone,
    @Schema(example = "[\"employee\"]") @Size(max = 20) List<@Size(min = 1, max = 64) String> roles,
    @Schema(example = "[\"staff\"]") @Size(max = 100) List<@Size(min = 1, max = 255) String> groups,
    @Schema(example = "[]") @Size(max = 200) List<@Size(min = 1, max = 64) String> users) {

  public CollectionAccess {
    everyone = Boolean.TRUE.equals(everyone);
    roles = roles == null ? List.of() : List.copyOf(roles);
    groups = groups == null ? List.of() : List.copyOf(groups);
    users = users == null ? List.of() : List.copyOf(users);
  }

  /** Whether one of the rules names the actor. */
  public boolean allows(Actor actor) {
    return Boolean.TRUE.equals(everyone) && !actor.roles().isEmpty()
        || roles.stream().anyMatch(actor.roles()::contains)
        || groups.stream().anyMatch(actor.groups()::contains)
        || users.contains(actor.id().value());
  }
}
