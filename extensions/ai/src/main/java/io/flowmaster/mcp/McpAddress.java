package io.flowmaster.mcp;

/** Where clients find the protocol's endpoint, and who hands out tokens for it. */
public interface McpAddress {
  /** The path of the endpoint. */
  String PATH = "/mcp";

  /** The endpoint's address as clients know it: the resource that tokens are for (RFC 8707). */
  String resource();

  /** The issuer of tokens. */
  String authorizationServer();

  /** The address of the metadata document (RFC 9728). */
  String metadata();
}
