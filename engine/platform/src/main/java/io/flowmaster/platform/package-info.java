/**
 * The shared kernel: what every area needs and none owns (tenant, current actor, problem errors,
 * pages, ids, domain events, the security chain, the audit log).
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.flowmaster.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
