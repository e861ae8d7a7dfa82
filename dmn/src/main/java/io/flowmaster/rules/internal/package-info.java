/** How rule sets are kept and evaluated. */
@NullMarked
package io.flowmaster.rules.internal;

import org.jspecify.annotations.NullMarked;
