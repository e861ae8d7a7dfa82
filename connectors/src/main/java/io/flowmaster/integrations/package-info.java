/**
 * Integrations: connectors to other systems, what a tenant has set up with them, and its secrets.
 */
@NullMarked
package io.flowmaster.integrations;

import org.jspecify.annotations.NullMarked;
