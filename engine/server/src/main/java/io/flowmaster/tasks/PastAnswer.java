package io.flowmaster.tasks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a user task was answered.
 *
 * @param outcome the choice that completed it; null when it was completed without one
 * @param took how long it was open
 */
public record PastAnswer(@Nullable String outcome, Duration took) {}
