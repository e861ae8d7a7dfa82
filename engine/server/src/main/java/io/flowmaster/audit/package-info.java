/** The audit log: who did what, to what, when, on whose behalf; chained so that a gap shows. */
@NullMarked
package io.flowmaster.audit;

import org.jspecify.annotations.NullMarked;
