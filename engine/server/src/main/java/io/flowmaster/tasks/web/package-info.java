/** The inbox over REST. */
@NullMarked
package io.flowmaster.tasks.web;

import org.jspecify.annotations.NullMarked;
