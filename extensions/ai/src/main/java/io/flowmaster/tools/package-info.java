/**
 * What can be done on the platform by name: one catalogue of tools for agents and for clients of
 * the Model Context Protocol.
 */
@NullMarked
package io.flowmaster.tools;

import org.jspecify.annotations.NullMarked;
