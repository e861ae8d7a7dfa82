/** The REST surface of executions. */
@NullMarked
package io.flowmaster.executions.web;

import org.jspecify.annotations.NullMarked;
