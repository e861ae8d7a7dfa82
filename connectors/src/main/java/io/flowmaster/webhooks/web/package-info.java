/** The REST surface of webhooks. */
@NullMarked
package io.flowmaster.webhooks.web;

import org.jspecify.annotations.NullMarked;
