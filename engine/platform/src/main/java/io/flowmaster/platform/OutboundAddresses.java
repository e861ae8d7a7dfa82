package io.flowmaster.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses the platform may call for people: for clients other than HTTP. */
public interface OutboundAddresses {

  /**
   * The addresses of a host, all of which are allowed. Connect to one of these, not to the name:
   * the name server may say something else the next time.
   *
   * @param host a name or an address
   * @throws AddressRefused when one of them is not allowed
   * @throws UnknownHostException when there is no such host
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
