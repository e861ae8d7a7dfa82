/** The REST surface of the gateway. */
@NullMarked
package io.flowmaster.gateway.web;

import org.jspecify.annotations.NullMarked;
