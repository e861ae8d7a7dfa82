/** Business calendars: when a tenant works, and what a duration means in its working time. */
@NullMarked
package io.flowmaster.calendars;

import org.jspecify.annotations.NullMarked;
