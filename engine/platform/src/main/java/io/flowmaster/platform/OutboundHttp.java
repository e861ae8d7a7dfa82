package io.flowmaster.platform;

import java.io.IOException;

/**
 * HTTP calls to addresses that people typed in. Private, local and metadata addresses are refused
 * unless an administrator allowed them ({@code flowmaster.outbound.allow}); the address is looked
 * at when the connection is made, so a redirect or another answer of the name server does not help.
 */
public interface OutboundHttp {

  /**
   * Calls once; who wants to try again does so.
   *
   * @throws AddressRefused when the address is not allowed, before anything is sent
   * @throws IOException when there was no whole answer in time, or a larger one than asked for
   */
  OutboundAnswer send(OutboundRequest request) throws IOException;
}
