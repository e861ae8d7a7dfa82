package io.flowmaster.events;

import java.util.Map;
import java.util.Set;

/**
 * Told on the node that has just put events into the log, after the commit.
 *
 * @param head the last place that was given
 * @param types which types of event there were, by tenant
 */
public record EventsLogged(long head, Map<String, Set<String>> types) {}
