package io.flowmaster.engine;

import io.flowmaster.platform.TenantId;
import java.util.Collection;
import java.util.Map;

/** Which definitions a tenant has in the engine, asked for many keys at once. */
public interface EngineDefinitions {

  /**
   * The latest versions; a key that the tenant does not have is left out.
   *
   * @param keys any number
   */
  Map<String, Definition> latest(TenantId tenant, Kind kind, Collection<String> keys);

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
