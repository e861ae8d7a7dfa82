/**
 * What the workers need of a platform, so that the same worker runs over REST and in the platform's
 * own JVM. An application replaces it with a bean of type {@link
 * io.flowmaster.worker.transport.WorkerTransport}.
 */
@NamedInterface("transport")
@NullMarked
package io.flowmaster.worker.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
