package io.flowmaster.policies;

import io.flowmaster.platform.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to do something, as rules see it.
 *
 * @param kind what sort of actor it is
 * @param roles the roles in this tenant, sorted
 * @param groups stable ids of the groups in this tenant, sorted
 * @param onBehalfOf the person for whom it acts; null when for itself
 * @param attributes what an administrator noted about it
 */
public record PolicySubject(
    String id,
    Actor.Kind kind,
    List<String> roles,
    List<String> groups,
    @Nullable String onBehalfOf,
    Map<String, Object> attributes) {}
