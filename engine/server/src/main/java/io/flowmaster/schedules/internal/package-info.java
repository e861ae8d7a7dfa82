/** How schedules are kept and run. */
@NullMarked
package io.flowmaster.schedules.internal;

import org.jspecify.annotations.NullMarked;
