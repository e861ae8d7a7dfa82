package io.flowmaster.agents.internal;

import io.flowmaster.platform.TenantId;

/** Whether an agent may do anything now. */
interface KillSwitch {
  boolean isRunning(TenantId tenant, String agent);
}
