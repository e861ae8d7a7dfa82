/** The REST surface of integrations. */
@NullMarked
package io.flowmaster.integrations.web;

import org.jspecify.annotations.NullMarked;
