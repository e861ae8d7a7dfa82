package io.flowmaster.identity;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Long-lived keys of the current tenant for scripts and machines. A key acts for its owner, with
 * the roles that it was given and the owner still has.
 */
public interface ApiKeys {

  /**
   * Makes a key.
   *
   * @param owner a machine client of this tenant, which only an administrator may name; null for
   *     the current user
   * @param roles null for all that the owner has now
   * @param expiresAt null for a key that lasts until it is deleted
   * @throws RolesNotHeld when the current actor or the owner lacks one of the roles
   */
  NewApiKey create(
      String name,
      @Nullable UserId owner,
      @Nullable Set<String> roles,
      @Nullable Instant expiresAt);

  /** One's own keys, or for an administrator all of the tenant; newest first. */
  Page<ApiKeyView> list(boolean all, PageQuery page);

  /**
   * Ends a key at once.
   *
   * @throws ApiKeyNotFound when it is not there, or another's and one is no administrator
   */
  void delete(String id);

  /** A key as it can be seen later: without itself. */
  record ApiKeyView(
      @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
      @Schema(example = "nightly report") String name,
      @Schema(description = "the user or machine client that it acts for", example = "employee")
          UserId owner,
      @Schema(description = "its last characters", example = "…x3Zk") String hint,
      @Schema(example = "[\"employee\"]") Set<String> roles,
      Instant createdAt,
      UserId createdBy,
      @Nullable Instant expiresAt,
      @Schema(description = "to the minute") @Nullable Instant lastUsedAt) {}

  /** A new key, shown this once. */
  record NewApiKey(
      @Schema(description = "the key; it cannot be shown again", example = "fmk_8Zt…x3Zk")
          String key,
      ApiKeyView apiKey) {
    /** Without the key. */
    @Override
    public String toString() {
      return "NewApiKey[" + apiKey.id() + "]";
    }
  }
}
