package io.flowmaster.integrations.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS over connections to an address, which must show a certificate of a given name. */
class NamedTls extends SSLSocketFactory {
  private final SSLSocketFactory factory;
  private final String name;

  NamedTls(String name) {
    this(name, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  NamedTls(String name, SSLSocketFactory factory) {
    this.name = name;
    this.factory = factory;
  }

  @Override
  public Socket createSocket(Socket socket, String address, int port, boolean autoClose)
      throws IOException {
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, name, port, autoClose);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    return secured;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(new Socket(host, port), host, port, true);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(new Socket(host, port, local, localPort), host, port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(new Socket(host, port), name, port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(new Socket(host, port, local, localPort), name, port, true);
  }
}
