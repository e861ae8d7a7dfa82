package io.flowmaster.platform;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;

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

  /**
   * For who passes calls through without reading them as a whole; redirects are not followed. What
   * it makes throws {@link AddressRefused} when the call is sent.
   *
   * @param silence how long the other side may say nothing
   */
  ClientHttpRequestFactory requests(Duration silence);
}
