package io.flowmaster.models;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a call took.
 *
 * @param provider as the configuration names it
 * @param model as its provider names it
 * @param inputTokens of the question, as the provider counted them; 0 when it did not say
 * @param outputTokens of the answer
 * @param costUsd in US dollars by the configured prices; null when no price is configured
 * @param cached whether it was answered from what had been answered before
 * @param latencyMs from the question to the whole answer, retries included
 */
public record ModelUsage(
    String provider,
    String model,
    long inputTokens,
    long outputTokens,
    @Nullable BigDecimal costUsd,
    boolean cached,
    long latencyMs) {}
