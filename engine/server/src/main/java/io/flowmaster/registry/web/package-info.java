/** The REST surface of the registry. */
@NullMarked
package io.flowmaster.registry.web;

import org.jspecify.annotations.NullMarked;
