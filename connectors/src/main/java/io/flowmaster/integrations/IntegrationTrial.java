package io.flowmaster.integrations;

/**
 * What a test of an integration found.
 *
 * @param ok whether the other side can be reached as configured
 * @param detail what was found, in a sentence
 */
public record IntegrationTrial(boolean ok, String detail) {}
