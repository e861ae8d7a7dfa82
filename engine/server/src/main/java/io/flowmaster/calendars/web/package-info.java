/** The REST surface of business calendars. */
@NullMarked
package io.flowmaster.calendars.web;

import org.jspecify.annotations.NullMarked;
