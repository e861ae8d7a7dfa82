/** The REST surface of business rules. */
@NullMarked
package io.flowmaster.rules.web;

import org.jspecify.annotations.NullMarked;
