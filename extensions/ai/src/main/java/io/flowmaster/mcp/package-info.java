/**
 * The Model Context Protocol: the platform's tools, resources and prompts for clients elsewhere,
 * and tools of servers elsewhere for the platform.
 */
@NullMarked
package io.flowmaster.mcp;

import org.jspecify.annotations.NullMarked;
