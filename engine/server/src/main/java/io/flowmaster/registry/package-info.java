/** The service registry: which services, nodes and workers there are, and whether they live. */
@NullMarked
package io.flowmaster.registry;

import org.jspecify.annotations.NullMarked;
