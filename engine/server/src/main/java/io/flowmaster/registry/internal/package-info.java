/** Where the registry keeps what announced itself. */
@NullMarked
package io.flowmaster.registry.internal;

import org.jspecify.annotations.NullMarked;
