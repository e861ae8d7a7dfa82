/** How business calendars are kept. */
@NullMarked
package io.flowmaster.calendars.internal;

import org.jspecify.annotations.NullMarked;
