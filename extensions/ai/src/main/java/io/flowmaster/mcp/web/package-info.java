/** The REST surface around the protocol. */
@NullMarked
package io.flowmaster.mcp.web;

import org.jspecify.annotations.NullMarked;
