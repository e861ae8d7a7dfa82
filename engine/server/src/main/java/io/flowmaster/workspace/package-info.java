/** The pages of the browser's four apps, as they were built from {@code webapps/}. */
@NullMarked
package io.flowmaster.workspace;

import org.jspecify.annotations.NullMarked;
