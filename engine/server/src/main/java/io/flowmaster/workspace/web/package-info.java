/** Serves the pages. */
@NullMarked
package io.flowmaster.workspace.web;

import org.jspecify.annotations.NullMarked;
