/** Webhooks: addresses at which other systems start processes, send messages and publish events. */
@NullMarked
package io.flowmaster.webhooks;

import org.jspecify.annotations.NullMarked;
