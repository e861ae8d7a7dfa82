/** Schedules over REST. */
@NullMarked
package io.flowmaster.schedules.web;

import org.jspecify.annotations.NullMarked;
