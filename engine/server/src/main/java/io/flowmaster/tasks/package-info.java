/**
 * The inbox: human tasks of every process and tasks of their own, listed from a read model that the
 * engine's own transactions keep right.
 */
@NullMarked
package io.flowmaster.tasks;

import org.jspecify.annotations.NullMarked;
