/**
 * Measures the platform beside stock Camunda 7 and stock Flowable: each in a JVM and a database of
 * its own on one PostgreSQL, taking turns, so that the ratios hold on a machine whose speed drifts.
 */
@NullMarked
package io.flowmaster.benchmark;

import org.jspecify.annotations.NullMarked;
