/** Workers of the sample processes, against small registers in memory instead of real systems. */
@NullMarked
package io.flowmaster.samples;

import org.jspecify.annotations.NullMarked;
