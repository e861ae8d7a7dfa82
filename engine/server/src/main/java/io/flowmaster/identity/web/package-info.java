/** The REST surface of identity. */
@NullMarked
package io.flowmaster.identity.web;

import org.jspecify.annotations.NullMarked;
