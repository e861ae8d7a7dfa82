package io.flowmaster.agents.internal;

import io.flowmaster.platform.TenantId;
import java.io.Serializable;

/**
 * What is to be done in the background, as db-scheduler keeps it.
 *
 * @param agent the agent's id
 * @param id of the run or the example
 */
record BackgroundWork(String tenant, String agent, String id) implements Serializable {
  TenantId of() {
    return new TenantId(tenant);
  }
}
