/** The REST surface of notifications. */
@NullMarked
package io.flowmaster.notifications.web;

import org.jspecify.annotations.NullMarked;
