/** How webhooks are kept, and deliveries handled. */
@NullMarked
package io.flowmaster.webhooks.internal;

import org.jspecify.annotations.NullMarked;
