package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an agent's answer.
 *
 * @param input what it was asked
 * @param output what it answered
 * @param feedback what is right or wrong with it
 * @param correction what it should have answered; null when nothing can be learned
 * @param run the run that it is about; null for none
 */
public record AgentLesson(
    JsonNode input,
    JsonNode output,
    String feedback,
    @Nullable JsonNode correction,
    @Nullable String run) {}
