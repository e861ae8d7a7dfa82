/**
 * Case files: all that a task is judged by, put together from tasks, executions and processes in
 * one answer.
 */
@NullMarked
package io.flowmaster.cases;

import org.jspecify.annotations.NullMarked;
