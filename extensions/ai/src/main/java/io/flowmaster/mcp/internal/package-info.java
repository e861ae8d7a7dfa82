/** The protocol's server over streamable HTTP, and its client. */
@NullMarked
package io.flowmaster.mcp.internal;

import org.jspecify.annotations.NullMarked;
