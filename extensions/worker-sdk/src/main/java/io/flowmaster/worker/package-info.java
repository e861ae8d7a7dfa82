/**
 * For Java developers: a bean method that carries {@link io.flowmaster.worker.Worker} works the
 * external tasks of a topic, with records in and out.
 */
@NullMarked
package io.flowmaster.worker;

import org.jspecify.annotations.NullMarked;
