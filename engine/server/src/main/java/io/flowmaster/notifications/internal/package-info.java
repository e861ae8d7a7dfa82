/** How notifications are rendered, kept and delivered. */
@NullMarked
package io.flowmaster.notifications.internal;

import org.jspecify.annotations.NullMarked;
