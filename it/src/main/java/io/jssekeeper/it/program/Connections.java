package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Makes connections as its arguments say.
 *
 * <p>{@code kind} is {@code socket} or {@code engine}; {@code protocols}, {@code ciphers} and
 * {@code alpn} are separated by commas; {@code host} is the name a client believes it is talking
 * to, whatever the address, so one server on loopback can be any number of peers. {@code address}
 * is another loopback address, in digits. {@code peer=hidden} creates an engine without the peer's
 * name. {@code identify} is an endpoint identification algorithm; {@code auth=need} makes a server
 * require certificates, {@code sni} is a pattern of the host names it serves. {@code create=no}
 * forbids a client new sessions. {@code transport=own} layers TLS over a socket that can be told to
 * break, as {@code breaks} does; {@code breaks=shutdown} makes the JDK's own socket refuse to
 * write. {@code packet} limits the bytes of a record; {@code constraints} are names that no
 * algorithm may contain. {@code patience} is how many milliseconds a client waits for its server.
 */
final class Connections {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int BACKLOG = 512;
  private static final String SHUTDOWN = "shutdown";

  private final SSLContext context;
  private final Gate gate;

  Connections(SSLContext context) {
    this(context, Gate.OPEN);
  }

  private Connections(SSLContext context, Gate gate) {
    this.context = context;
    this.gate = gate;
  }

  /** The same, with connections that wait for each other at that gate. */
  Connections through(Gate common) {
    return new Connections(context, common);
  }

  /**
   * A socket that listens on loopback: JSSE's own, or a plain one for engines.
   *
   * @param port 0 for any
   */
  ServerSocket listen(int port, Arguments wanted) throws IOException {
    InetAddress loopback = address(wanted);
    if (wanted.has("transport")) {
      return new WatchedServerSocket(port, BACKLOG, loopback);
    }
    return wanted.text("kind", "socket").equals("engine")
        ? new ServerSocket(port, BACKLOG, loopback)
        : context.getServerSocketFactory().createServerSocket(port, BACKLOG, loopback);
  }

  /**
   * @param wanted asked for the arguments once a connection has been accepted
   */
  Connection accept(ServerSocket listening, Supplier<Arguments> wanted) throws IOException {
    Socket socket = prompt(listening.accept());
    if (socket instanceof SSLSocket) {
      return of((SSLSocket) socket, socket, wanted.get());
    }
    if (listening instanceof WatchedServerSocket) {
      return of(layered(socket), socket, wanted.get());
    }
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    return of(socket, engine, wanted.get());
  }

  private SSLSocket layered(Socket accepted) throws IOException {
    return (SSLSocket) context.getSocketFactory().createSocket(accepted, null, true);
  }

  Connection connect(Arguments wanted) throws IOException {
    int port = wanted.number("port");
    String host = wanted.text("host", "localhost");
    Socket socket = prompt(plain(port, wanted));
    socket.setSoTimeout(wanted.number("patience", PATIENCE_MILLIS));
    if (wanted.text("kind", "socket").equals("engine")) {
      SSLEngine engine =
          wanted.has("peer") ? context.createSSLEngine() : context.createSSLEngine(host, port);
      engine.setUseClientMode(true);
      breakOff(socket, wanted);
      return of(socket, engine, wanted);
    }
    SSLSocket layer = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
    breakOff(socket, wanted);
    return of(layer, socket, wanted);
  }

  private static void breakOff(Socket socket, Arguments wanted) throws IOException {
    if (breaks(wanted).equals(SHUTDOWN)) {
      socket.shutdownOutput();
    }
  }

  private Socket plain(int port, Arguments wanted) throws IOException {
    InetAddress loopback = address(wanted);
    boolean watched = gate != Gate.OPEN || !breaks(wanted).isEmpty() || wanted.has("transport");
    return !watched || breaks(wanted).equals(SHUTDOWN)
        ? new Socket(loopback, port)
        : new WatchedSocket(loopback, port, gate, breaks(wanted));
  }

  private static InetAddress address(Arguments wanted) throws IOException {
    return wanted.has("address")
        ? InetAddress.getByName(wanted.text("address"))
        : InetAddress.getLoopbackAddress();
  }

  private static String breaks(Arguments wanted) {
    return wanted.text("breaks", "");
  }

  /**
   * With Nagle's algorithm, small messages would wait for acknowledgements, and a burst would take
   * minutes.
   */
  private static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static Connection of(SSLSocket socket, Socket beneath, Arguments wanted) {
    socket.setEnableSessionCreation(!wanted.has("create"));
    socket.setSSLParameters(parameters(socket.getSSLParameters(), wanted));
    return new SocketConnection(socket, beneath);
  }

  private static Connection of(Socket socket, SSLEngine engine, Arguments wanted) {
    engine.setEnableSessionCreation(!wanted.has("create"));
    engine.setSSLParameters(parameters(engine.getSSLParameters(), wanted));
    return new EngineConnection(socket, engine);
  }

  private static SSLParameters parameters(SSLParameters parameters, Arguments wanted) {
    if (wanted.has("protocols")) {
      parameters.setProtocols(wanted.text("protocols").split(","));
    }
    if (wanted.has("ciphers")) {
      parameters.setCipherSuites(wanted.text("ciphers").split(","));
    }
    if (wanted.has("alpn")) {
      parameters.setApplicationProtocols(wanted.text("alpn").split(","));
    }
    if (wanted.has("identify")) {
      parameters.setEndpointIdentificationAlgorithm(wanted.text("identify"));
    }
    if (wanted.has("packet")) {
      parameters.setMaximumPacketSize(wanted.number("packet"));
    }
    if (wanted.has("constraints")) {
      parameters.setAlgorithmConstraints(new Forbidding(wanted.text("constraints").split(",")));
    }
    if (wanted.has("auth")) {
      parameters.setNeedClientAuth(true);
    }
    if (wanted.has("sni")) {
      parameters.setSNIMatchers(
          Collections.singleton(SNIHostName.createSNIMatcher(wanted.text("sni"))));
    }
    return parameters;
  }
}
