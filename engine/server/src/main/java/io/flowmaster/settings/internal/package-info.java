/** Where settings come from. */
@NullMarked
package io.flowmaster.settings.internal;

import org.jspecify.annotations.NullMarked;
