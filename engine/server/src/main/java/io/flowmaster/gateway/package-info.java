/** The single entry: limits for all requests, and the way to services that are not in this JVM. */
@NullMarked
package io.flowmaster.gateway;

import org.jspecify.annotations.NullMarked;
