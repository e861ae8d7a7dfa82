/** Policies in the database, evaluated by the decision engine. */
@NullMarked
package io.flowmaster.policies.internal;

import org.jspecify.annotations.NullMarked;
