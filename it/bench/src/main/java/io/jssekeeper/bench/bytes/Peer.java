package io.jssekeeper.bench.bytes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The two ends of one connection: a handshake, a byte each way, a close. */
final class Peer {
  private static final int LIMIT_MILLIS = 60_000;

  private Peer() {}

  /** A connection to that name, which need not exist; with SNI if it contains a dot. */
  static void connect(SSLContext context, int port, String name, String protocol)
      throws IOException {
    Socket plain = plain(new Socket(InetAddress.getLoopbackAddress(), port));
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true)) {
      socket.setEnabledProtocols(new String[] {protocol});
      if (name.contains(".")) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
      }
      socket.getOutputStream().write(1);
      if (socket.getInputStream().read() != 1) {
        throw new IOException("no answer");
      }
    }
  }

  /** Answers one connection of that server socket. */
  static void accept(SSLContext context, ServerSocket listening, boolean clientCertificate)
      throws IOException {
    Socket plain = plain(listening.accept());
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true)) {
      socket.setUseClientMode(false);
      socket.setNeedClientAuth(clientCertificate);
      socket.getOutputStream().write(socket.getInputStream().read());
      socket.getInputStream().read();
    }
  }

  private static Socket plain(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LIMIT_MILLIS);
    return socket;
  }
}
