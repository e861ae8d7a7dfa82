/**
 * Tests of workers together with their processes: an engine in memory with a clock that the test
 * sets, mocked topics, and a check that the diagrams and the workers fit together.
 */
@NullMarked
package io.flowmaster.worker.test;

import org.jspecify.annotations.NullMarked;
