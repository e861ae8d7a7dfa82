package io.flowmaster.platform;

/** The platform does not call this address (422). */
public final class AddressRefused extends Problem {
  /**
   * @param host as it was named; which address it has is not told, as that would map the network
   */
  public AddressRefused(String host) {
    super(
        ProblemKind.UNACCEPTABLE,
        "address-refused",
        "The host '"
            + host
            + "' is in a private network, or not allowed. An administrator can allow it with"
            + " flowmaster.outbound.allow.");
  }
}
