/** Business rules: sets of DMN decisions, their versions, and their evaluation with its reasons. */
@NullMarked
package io.flowmaster.rules;

import org.jspecify.annotations.NullMarked;
