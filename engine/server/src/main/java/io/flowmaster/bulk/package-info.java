/** One action on many things: tracked jobs that the areas plug their own actions into. */
@NullMarked
package io.flowmaster.bulk;

import org.jspecify.annotations.NullMarked;
