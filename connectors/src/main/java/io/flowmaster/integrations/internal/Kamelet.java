package io.flowmaster.integrations.internal;

import io.flowmaster.integrations.ConnectorView;
import java.util.Set;

/**
 * A Kamelet that fits.
 *
 * @param view how it is listed
 * @param rule what is known of it
 * @param inPath properties that stand in the path of an endpoint's address, not in its query
 */
record Kamelet(ConnectorView view, KameletRule rule, Set<String> inPath) {}
