package io.jssekeeper.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The network between a client and a server, one connection after another, and what may happen
 * there: it ends, it breaks, an intruder writes to it.
 */
public final class Wire implements AutoCloseable {
  /** One of its two ends. */
  public enum End {
    CLIENT,
    SERVER
  }

  /** What becomes of a connection's handshake. */
  public enum Course {
    /** Everything arrives. */
    PASS,
    /** Nothing from the server arrives. */
    UNANSWERED,
    /** From the server, only the messages before its first change of keys arrive. */
    HELLO_ONLY,
    /**
     * The last byte of the ClientHello is changed: in TLS 1.3, part of the proof that the ticket is
     * the client's.
     */
    FORGED_OFFER
  }

  private static final int PATIENCE_SECONDS = 60;

  private final ServerSocket listening;
  private final int target;
  private final BlockingQueue<Splice> splices = new LinkedBlockingQueue<>();
  private volatile Course course = Course.PASS;
  private volatile Splice current;
  private volatile boolean held;
  private volatile byte[] hello = new byte[0];

  private Wire(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /**
   * @param port of a server on loopback
   */
  public static Wire to(long port) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Wire wire = new Wire(listening, (int) port);
      Splice.start(wire::acceptAll);
      return wire;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public long port() {
    return listening.getLocalPort();
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        byte[] first = Hello.read(client.getInputStream());
        hello = first.clone();
        splices.add(Splice.of(client, connect(), first, course));
      } catch (IOException closed) {
        // Closed by this test, or by a client that sends nothing.
      }
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), target);
  }

  /** Sets what happens to connections from now on; forgets earlier ones. */
  public void follow(Course next) {
    course = next;
    splices.clear();
    current = null;
    held = false;
  }

  /** Stays with the newest connection until a course is set, even if others come. */
  public void hold() {
    splice();
    held = true;
  }

  /** The newest connection, unless one is held; waits for it. */
  private Splice splice() {
    if (held) {
      return current;
    }
    try {
      Splice next = current == null ? splices.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) : null;
      current = next == null ? current : next;
      for (next = splices.poll(); next != null; next = splices.poll()) {
        current = next;
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    assertThat(current).as("a connection").isNotNull();
    return current;
  }

  /** The ClientHello of the newest connection. */
  public Hello lastHello() {
    return Hello.of(hello);
  }

  /** Waits until the server has sent everything the course lets pass, and something more. */
  public void awaitAnswer() {
    assertThat(splice().isAnswered(PATIENCE_SECONDS)).as("the server's answer").isTrue();
  }

  /** Injects bytes, towards that end. */
  public void tell(End end, byte... bytes) {
    doing(() -> splice().socket(end).getOutputStream().write(bytes));
  }

  /** Shows that end the end of the stream, unless it has closed the connection itself. */
  public void hangUp(End end) {
    try {
      splice().socket(end).shutdownOutput();
    } catch (IOException gone) {
      // That end is gone.
    }
  }

  /** Shows that end a reset. */
  public void reset(End end) {
    doing(() -> splice().socket(end).setSoLinger(true, 0));
    doing(splice().socket(end)::close);
  }

  /**
   * Does what a stranger who observed a connection's start can do: sends its ClientHello to the
   * server again, reads the answer, sends {@code more} and hangs up.
   *
   * @return how many bytes the server answered
   */
  public int replayHello(byte... more) {
    try (Socket stranger = connect()) {
      stranger.getOutputStream().write(hello);
      int answered = stranger.getInputStream().read(new byte[4096]);
      stranger.getOutputStream().write(more);
      stranger.shutdownOutput();
      stranger.getInputStream().transferTo(OutputStream.nullOutputStream());
      return answered;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends the newest connection too. */
  @Override
  public void close() {
    doing(listening::close);
    if (current != null) {
      doing(current::close);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void doing(Step step) {
    try {
      step.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
