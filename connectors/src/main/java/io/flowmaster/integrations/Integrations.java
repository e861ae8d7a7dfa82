package io.flowmaster.integrations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** The integrations of the current tenant. */
public interface Integrations {

  /**
   * By name.
   *
   * @param q part of the name or the connector; null for all
   */
  Page<IntegrationView> search(@Nullable String q, PageQuery page);

  /**
   * @throws IntegrationNotFound when it is not there
   */
  IntegrationView get(String id);

  /**
   * @throws ConnectorNotFound when there is no such connector
   * @throws InvalidConfiguration when the connector does not take the configuration
   * @throws IntegrationTaken when the tenant has one of that name
   */
  IntegrationView create(String connector, IntegrationDraft draft);

  /**
   * @param ifMatch the {@code ETag} of the read
   */
  IntegrationView change(String id, IntegrationDraft draft, @Nullable String ifMatch);

  /**
   * Tasks that name it become incidents from now on.
   *
   * @param ifMatch the {@code ETag} of the read; null when any version is meant
   */
  void delete(String id, @Nullable String ifMatch);

  /**
   * Calls the other system once, now. What it answers as a refusal is a {@link
   * io.flowmaster.platform.Problem}.
   *
   * @param key the same for the same call, sent on to systems that know such keys; null for none
   */
  Execution execute(String id, ObjectNode input, @Nullable String key);

  /** Tries whether the other side can be reached, without changing anything there. */
  IntegrationTrial test(String id);
}
