/** How agents are kept and how they work. */
@NullMarked
package io.flowmaster.agents.internal;

import org.jspecify.annotations.NullMarked;
