/**
 * Dynamic experience: a task's case analysed, briefed, pre-filled and questioned, each statement
 * with its source; from the case's own data, and in better words where a language model is
 * configured.
 */
@NullMarked
package io.flowmaster.dxg;

import org.jspecify.annotations.NullMarked;
