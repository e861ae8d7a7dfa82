package io.flowmaster.identity;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;

/** The machine clients of the current tenant: workers and agents with OAuth2 client credentials. */
public interface MachineClients {

  /**
   * @throws IdTaken when the id was given before, in whichever tenant
   */
  NewSecret create(UserId id, String name, Kind kind, Set<String> roles);

  /** By id; without deleted ones. */
  Page<ClientView> list(PageQuery page);

  /**
   * Replaces the secret; the former one and all tokens got by it are refused from now on.
   *
   * @throws ClientNotFound when it is not there
   */
  NewSecret rotateSecret(UserId client);

  /**
   * Deletes the client with its tokens and keys; its id stays taken.
   *
   * @throws ClientNotFound when it is not there
   */
  void delete(UserId client);

  /** What sort of machine it is. */
  enum Kind {
    WORKER,
    AGENT
  }

  /** A machine client, without its secret. */
  record ClientView(
      @Schema(example = "demo-worker") UserId id,
      @Schema(example = "Demo worker") String name,
      Kind kind,
      @Schema(example = "[\"worker\"]") Set<String> roles,
      Instant createdAt,
      @Schema(example = "admin") UserId createdBy,
      Instant secretChangedAt) {}

  /** A client with its secret, shown this once. */
  record NewSecret(
      @Schema(description = "the secret; it cannot be shown again", example = "8Ztq…")
          String clientSecret,
      ClientView client) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "NewSecret[" + client.id() + "]";
    }
  }
}
