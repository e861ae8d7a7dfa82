package io.flowmaster.platform;

/**
 * A surface that tells clients without a good token where to get one (RFC 9728); named by the area
 * that owns it.
 *
 * @param path exactly, for example {@code /mcp}
 * @param metadata the absolute address of its metadata document
 */
public record ProtectedResource(String path, String metadata) {}
