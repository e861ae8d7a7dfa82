/** The worker loop: finds the methods, fetches tasks, calls, and reports how it went. */
@NullMarked
package io.flowmaster.worker.internal;

import org.jspecify.annotations.NullMarked;
