package io.jssekeeper.bench.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Some connections over sockets, each with a byte each way; every fifth is cut by the client. */
final class SocketTraffic {
  private static final int LIMIT_MILLIS = 10_000;
  private static final int PAUSE_MILLIS = 50;
  private static final int PEERS = 16;
  private static final int CUT = 5;

  private final SSLContext context;
  private final ServerSocket listening;

  SocketTraffic(SSLContext context) throws IOException {
    this.context = context;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::acceptAll, "acceptor");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private void acceptAll() {
    while (true) {
      try (Socket plain = plain(listening.accept());
          SSLSocket socket =
              (SSLSocket)
                  context.getSocketFactory().createSocket(plain, "", plain.getPort(), true)) {
        socket.setUseClientMode(false);
        socket.getOutputStream().write(socket.getInputStream().read());
        socket.getInputStream().read();
      } catch (IOException cut) {
        continue; // as some clients do
      }
    }
  }

  private static Socket plain(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LIMIT_MILLIS);
    return socket;
  }

  /**
   * Returns how many connections were made.
   *
   * @param endNanos by {@code System.nanoTime()}
   */
  int connectUntil(long endNanos) throws Exception {
    int made = 0;
    for (; System.nanoTime() - endNanos < 0; made++) {
      connect("peer-" + made % PEERS, made % CUT == 0, made % 2 == 0 ? "TLSv1.2" : "TLSv1.3");
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return made;
  }

  private void connect(String peer, boolean cut, String protocol) throws IOException {
    int port = listening.getLocalPort();
    try (Socket plain = plain(new Socket(InetAddress.getLoopbackAddress(), port))) {
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, peer, port, true);
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      if (cut) {
        return; // the transport alone is closed
      }
      socket.getOutputStream().write(1);
      if (socket.getInputStream().read() != 1) {
        throw new IOException("no answer");
      }
      socket.close();
    }
  }
}
