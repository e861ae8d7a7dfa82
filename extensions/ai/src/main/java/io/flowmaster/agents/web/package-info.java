/** The REST surface of agents. */
@NullMarked
package io.flowmaster.agents.web;

import org.jspecify.annotations.NullMarked;
