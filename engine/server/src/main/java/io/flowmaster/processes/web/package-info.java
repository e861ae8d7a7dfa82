/** The REST surface of process design. */
@NullMarked
package io.flowmaster.processes.web;

import org.jspecify.annotations.NullMarked;
