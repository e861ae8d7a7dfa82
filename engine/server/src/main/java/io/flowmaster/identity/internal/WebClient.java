package io.flowmaster.identity.internal;

/** The browser applications: one public client, whose tokens logins by password give out too. */
final class WebClient {
  static final String ID = "flowmaster-web";

  private WebClient() {}
}
