package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sits in front of a server and corrupts each handshake in which the server resumes, or in which
 * the client offers a session, so that the server seems broken to its clients. All other handshakes
 * pass unchanged.
 */
public final class FaultyRelay implements AutoCloseable {
  /** What happens to such a handshake. */
  public enum Fault {
    /** One bit of the server's first encrypted record is flipped. */
    FLIPPED_BIT,
    /** The connection ends after the ServerHello. */
    HUNG_UP,
    /** A fatal alert answers the ClientHello, instead of a ServerHello. */
    ALERT,
    /** The end of the stream answers the ClientHello. */
    UNANSWERED,
    /** Nothing is wrong. */
    NONE
  }

  private static final int CHANGE_CIPHER_SPEC = 20;

  /** {@code internal_error}, as sent by OpenSSL servers without a session id context. */
  private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 80};

  private final ServerSocket listening;
  private final int target;
  private final AtomicInteger spoiled = new AtomicInteger();
  private volatile Fault fault;

  private FaultyRelay(ServerSocket listening, int target, Fault fault) {
    this.listening = listening;
    this.target = target;
    this.fault = fault;
  }

  /**
   * @param port of a server on loopback
   */
  public static FaultyRelay to(long port, Fault fault) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      FaultyRelay relay = new FaultyRelay(listening, (int) port, fault);
      Splice.start(relay::acceptAll);
      return relay;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public long port() {
    return listening.getLocalPort();
  }

  /** From now on that happens. */
  public void fault(Fault next) {
    fault = next;
  }

  /** How many handshakes have been corrupted so far. */
  public int spoiled() {
    return spoiled.get();
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Splice.start(() -> relay(client, fault));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void relay(Socket accepted, Fault wrong) {
    try (Socket client = accepted;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      byte[] first = Hello.read(client.getInputStream());
      if (Hello.of(first).offers() && spoilsHello(client.getOutputStream(), wrong)) {
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        return;
      }
      server.getOutputStream().write(first);
      Splice.start(() -> copyRequests(client, server));
      answer(server.getInputStream(), client.getOutputStream(), wrong);
      client.shutdownOutput();
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // The client and the server notice it too.
    }
  }

  private boolean spoilsHello(OutputStream client, Fault wrong) throws IOException {
    if (wrong == Fault.ALERT) {
      client.write(ALERT);
    }
    boolean spoils = wrong == Fault.ALERT || wrong == Fault.UNANSWERED;
    spoiled.addAndGet(spoils ? 1 : 0);
    return spoils;
  }

  private void answer(InputStream server, OutputStream client, Fault wrong) throws IOException {
    boolean isResumed = new ServerFlight(server, client).isResumed();
    if (isResumed && wrong == Fault.HUNG_UP) {
      spoiled.incrementAndGet();
      return;
    }
    if (isResumed && wrong == Fault.FLIPPED_BIT) {
      spoiled.incrementAndGet();
      flip(server, client);
    }
    server.transferTo(client);
  }

  /**
   * Flips a bit of what follows the hello; in TLS 1.3, or after a ticket, a change of keys comes
   * first.
   */
  private static void flip(InputStream server, OutputStream client) throws IOException {
    byte[] record = Hello.read(server);
    while (record[0] == CHANGE_CIPHER_SPEC) {
      client.write(record);
      record = Hello.read(server);
    }
    record[record.length - 1] ^= 1;
    client.write(record);
  }

  private static void copyRequests(Socket client, Socket server) {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException broken) {
      // The client and the server notice it too.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
