/**
 * Agents: digital employees with a human manager. They answer and work tasks with the tools that
 * they are allowed, in durable steps, and escalate when they are unsure.
 */
@NullMarked
package io.flowmaster.agents;

import org.jspecify.annotations.NullMarked;
