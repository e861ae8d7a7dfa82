/** Work that is due at a time: schedules, their runs, and what was missed. */
@NullMarked
package io.flowmaster.schedules;

import org.jspecify.annotations.NullMarked;
