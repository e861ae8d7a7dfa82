/**
 * The one engine configuration: the embedded Camunda 7, its hooks and its REST surface; the only
 * place that sees the engine's internals.
 */
@NullMarked
package io.flowmaster.engine;

import org.jspecify.annotations.NullMarked;
