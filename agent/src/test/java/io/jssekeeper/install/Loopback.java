package io.jssekeeper.install;

import java.io.IOException;
import java.net.InetAddress;
import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Handshakes with itself twice, in TLS 1.2 without certificates; prints what the JDK reports. */
public final class Loopback {
  private static final String[] SUITES = {"TLS_DH_anon_WITH_AES_128_GCM_SHA256"};
  private static final int PATIENCE_MILLIS = 10_000;

  private Loopback() {}

  public static void main(String[] args) throws Exception {
    shakeHands();
    Residue.print();
  }

  static void shakeHands() throws Exception {
    allowAnonymous();
    SSLContext context = SSLContext.getInstance("TLSv1.2");
    context.init(null, null, null);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 5, loopback)) {
      server.setEnabledCipherSuites(SUITES);
      server.setSoTimeout(PATIENCE_MILLIS);
      for (int i = 0; i < 2; i++) {
        Thread answering = new Thread(() -> answer(server));
        answering.start();
        connect(context, loopback, server.getLocalPort());
        answering.join();
      }
    }
  }

  /** JSSE reads it once, when its first class is initialised. */
  static void allowAnonymous() {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
  }

  private static void answer(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(socket.getInputStream().read());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void connect(SSLContext context, InetAddress host, int port) throws IOException {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port)) {
      socket.setEnabledCipherSuites(SUITES);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(42);
      System.out.println("answer " + socket.getInputStream().read());
    }
  }
}
