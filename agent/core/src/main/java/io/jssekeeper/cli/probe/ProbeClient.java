package io.jssekeeper.cli.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A client of one protocol with separate session caches. For one thread. */
final class ProbeClient {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** A server sends its tickets right after its handshake, or not before it gets a request. */
  private static final int TICKETS_MILLIS = 500;

  private final ProbeTarget target;
  private final String protocol;
  private final SSLContext context;

  /**
   * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
   */
  ProbeClient(ProbeTarget target, String protocol) throws GeneralSecurityException {
    this.target = target;
    this.protocol = protocol;
    context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new AnyServer()}, null);
  }

  /**
   * Makes one connection: the handshake, what follows it, and its end.
   *
   * @throws IOException if no handshake could be completed
   */
  ServerHandshake connect(InetAddress address) throws IOException {
    try (TappedSocket plain = new TappedSocket()) {
      plain.connect(new InetSocketAddress(address, target.port()), TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      target.startTls().ask(plain.getInputStream(), plain.getOutputStream());
      plain.tap();
      try (SSLSocket tls = over(plain)) {
        tls.startHandshake();
        if (protocol.equals("TLSv1.3")) {
          takeTickets(tls);
        }
      }
      return new ServerHandshake(plain.received());
    }
  }

  private SSLSocket over(TappedSocket plain) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, target.host(), target.port(), false);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    // Without it JSSE resumes nothing in TLS 1.2 that lacks extended master secret: ClientHello's
    // ClientHelloKickstartProducer.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!target.serverName().isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(target.serverName())));
    }
    tls.setSSLParameters(parameters);
    return tls;
  }

  private static void takeTickets(SSLSocket tls) throws IOException {
    tls.setSoTimeout(TICKETS_MILLIS);
    try {
      InputStream in = tls.getInputStream();
      in.read();
    } catch (SocketTimeoutException e) {
      // The usual case: the server waits for a request.
    }
  }
}
