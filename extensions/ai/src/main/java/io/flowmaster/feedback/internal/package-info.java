/** How feedback is kept. */
@NullMarked
package io.flowmaster.feedback.internal;

import org.jspecify.annotations.NullMarked;
