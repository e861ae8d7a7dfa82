/** How case files are put together. */
@NullMarked
package io.flowmaster.cases.internal;

import org.jspecify.annotations.NullMarked;
