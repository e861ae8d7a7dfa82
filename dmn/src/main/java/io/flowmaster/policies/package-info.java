/** Access policies: attribute rules on top of roles, as versioned decision tables. */
@NullMarked
package io.flowmaster.policies;

import org.jspecify.annotations.NullMarked;
