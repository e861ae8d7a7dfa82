/** Limits, routes and the proxy behind them. */
@NullMarked
package io.flowmaster.gateway.internal;

import org.jspecify.annotations.NullMarked;
