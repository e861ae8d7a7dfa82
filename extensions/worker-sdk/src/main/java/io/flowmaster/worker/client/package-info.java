/** A typed client of the platform's API, with the same machine's account as the workers. */
@NamedInterface("client")
@NullMarked
package io.flowmaster.worker.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
