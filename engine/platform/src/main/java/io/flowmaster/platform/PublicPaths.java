package io.flowmaster.platform;

import java.util.List;

/**
 * Paths that need no token, named by the area that owns them.
 *
 * @param patterns Spring path patterns, for example {@code /auth/login}
 */
public record PublicPaths(List<String> patterns) {}
