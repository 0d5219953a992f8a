package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The data connections of one login, one after another. */
final class FtpsData {
  private static final int PATIENCE_MILLIS = 20_000;

  private final SSLContext context;
  private final boolean abortsOffers;
  private final boolean requiresReuse;
  private ServerSocket listening;

  FtpsData(SSLContext context, Arguments given) {
    this.context = context;
    this.abortsOffers = given.text("data", "").equals("aborts");
    this.requiresReuse = !given.has("data");
  }

  /** Listens for the next one; returns the port. */
  int listen() throws IOException {
    if (listening != null) {
      listening.close();
    }
    listening = new ServerSocket(0, 1, InetAddress.getByName("::"));
    listening.setSoTimeout(PATIENCE_MILLIS);
    return listening.getLocalPort();
  }

  Socket accept() throws IOException {
    return listening.accept();
  }

  /** Starts TLS on it; null if its session is not that of the control connection. */
  SSLSocket secure(Socket plain, SSLSession control) throws IOException {
    HelloAhead hello = HelloAhead.of(plain);
    if (abortsOffers && hello.offers()) {
      plain.setSoLinger(true, 0);
      throw new IOException("aborted, since it offers to resume");
    }
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, hello.asRead(), true);
    socket.setUseClientMode(false);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.startHandshake();
    return !requiresReuse || isOf(control, socket.getSession()) ? socket : null;
  }

  /** By id; in TLS 1.3 by the time of the full handshake, which every ticket carries. */
  private static boolean isOf(SSLSession control, SSLSession data) {
    return control.getProtocol().equals(data.getProtocol())
        && (control.getProtocol().equals("TLSv1.3")
            ? control.getCreationTime() == data.getCreationTime()
            : Arrays.equals(control.getId(), data.getId()));
  }
}
