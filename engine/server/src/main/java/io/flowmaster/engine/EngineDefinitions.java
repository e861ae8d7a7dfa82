package io.flowmaster.engine;

import io.flowmaster.platform.TenantId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which definitions a tenant has in the engine, asked for many keys at once. */
public interface EngineDefinitions {

  /**
   * The latest versions; a key that the tenant does not have is left out.
   *
   * @param keys any number
   */
  Map<String, Definition> latest(TenantId tenant, Kind kind, Collection<String> keys);

  /**
   * Says what the caller's transaction has just read of a process definition, so that the engine
   * need not read it again when the transaction starts an instance of it. Without a transaction
   * nothing is kept.
   */
  void seen(SeenDefinition definition);

  /**
   * What can change of a deployed process definition.
   *
   * @param suspension 1 active, 2 suspended
   * @param historyTimeToLive days; null when it has none of its own
   */
  record SeenDefinition(
      String id, int revision, int suspension, @Nullable Integer historyTimeToLive) {}

  /** What sort of definition. */
  enum Kind {
    PROCESS,
    DECISION,
    FORM
  }

  /**
   * The latest version of a definition.
   *
   * @param id the engine's id of this version
   * @param name the key when it has none
   */
  record Definition(String id, String key, String name, int version) {}
}
