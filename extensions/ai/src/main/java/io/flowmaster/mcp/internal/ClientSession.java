package io.flowmaster.mcp.internal;

/**
 * What is known of a client since it began.
 *
 * @param id of this session; empty for a client that began none
 * @param protocol the version that was agreed on
 * @param elicits whether it can ask its user
 * @param holder a digest of who began
 */
record ClientSession(String id, String protocol, boolean elicits, String holder) {}
