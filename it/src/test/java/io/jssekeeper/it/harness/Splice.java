package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection over a {@link Wire}: two sockets, and the traffic between them. */
final class Splice {
  private static final int HANDSHAKE = 22;

  private final Socket client;
  private final Socket server;
  private final CountDownLatch answered = new CountDownLatch(1);

  private Splice(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  /**
   * @param hello the client's first record
   */
  static Splice of(Socket client, Socket server, byte[] hello, Wire.Course course)
      throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Splice splice = new Splice(client, server);
    if (course == Wire.Course.FORGED_OFFER) {
      hello[hello.length - 1] ^= 1;
    }
    server.getOutputStream().write(hello);
    start(splice::ask);
    start(() -> splice.answer(course));
    return splice;
  }

  Socket socket(Wire.End end) {
    return end == Wire.End.CLIENT ? client : server;
  }

  boolean isAnswered(int seconds) {
    try {
      return answered.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * Withholds the end of the server's stream: openssl would answer a missing {@code close_notify}
   * with a fatal alert, and that would end the session.
   */
  private void answer(Wire.Course course) {
    try {
      byte[] first = firstOf(course);
      answered.countDown();
      if (course == Wire.Course.UNANSWERED || course == Wire.Course.HELLO_ONLY) {
        server.getInputStream().transferTo(OutputStream.nullOutputStream());
      } else {
        client.getOutputStream().write(first);
        server.getInputStream().transferTo(client.getOutputStream());
      }
    } catch (IOException broken) {
      answered.countDown();
    }
  }

  /** The first record that the course does not let pass immediately, or the very first. */
  private byte[] firstOf(Wire.Course course) throws IOException {
    InputStream in = server.getInputStream();
    byte[] record = Hello.read(in);
    while (course == Wire.Course.HELLO_ONLY && record[0] == HANDSHAKE) {
      client.getOutputStream().write(record);
      record = Hello.read(in);
    }
    return record;
  }

  private void ask() {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException broken) {
      // Both ends notice it too.
    }
  }

  void close() throws IOException {
    client.close();
    server.close();
  }

  static void start(Runnable task) {
    Thread thread = new Thread(task, "wire");
    thread.setDaemon(true);
    thread.start();
  }
}
