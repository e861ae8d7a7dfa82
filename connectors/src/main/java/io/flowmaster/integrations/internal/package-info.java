/** How connectors work, and how integrations are kept. */
@NullMarked
package io.flowmaster.integrations.internal;

import org.jspecify.annotations.NullMarked;
