package io.flowmaster.worker.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Who works here.
 *
 * @param name of the application
 * @param id under which tasks are locked; another one at each start
 * @param version of the application; null when it does not know
 */
record WorkerIdentity(String name, String id, @Nullable String version) {

  static WorkerIdentity of(Environment environment, @Nullable String version) {
    String name = environment.getProperty("spring.application.name", "flowmaster-worker");
    return new WorkerIdentity(
        name, name + "-" + UUID.randomUUID().toString().substring(0, 8), version);
  }
}
