/** What people and workers think of what the platform said: stored, and told to who learns. */
@NullMarked
package io.flowmaster.feedback;

import org.jspecify.annotations.NullMarked;
