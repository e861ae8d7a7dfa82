package io.flowmaster.integrations;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/** The secrets of the current tenant. Nobody can read a value; only connectors are given it. */
public interface IntegrationSecrets {

  /** By name. */
  Page<SecretView> list(PageQuery page);

  /** Sets a value, whether or not there was one before. */
  SecretView put(String name, String value);

  /**
   * Calls of integrations that name it fail from now on.
   *
   * @throws SecretNotFound when it is not there
   */
  void delete(String name);
}
