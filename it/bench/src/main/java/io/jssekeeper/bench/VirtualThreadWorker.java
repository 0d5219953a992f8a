package io.jssekeeper.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Makes as many connections over loopback as each input line says, each end of each in a virtual
 * thread of its own, and answers with a line: CPU time of the process and elapsed time, in
 * nanoseconds, and 0.
 */
final class VirtualThreadWorker {
  private static final int AT_ONCE = 32;
  private static final int LIMIT_MILLIS = 60_000;

  private final com.sun.management.OperatingSystemMXBean system =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads;
  private final SSLContext context;
  private final String[] protocols;
  private final boolean full;
  private int peers;

  private VirtualThreadWorker(SSLContext context, String protocol, boolean full) throws Exception {
    this.context = context;
    this.protocols = new String[] {protocol};
    this.full = full;
    // From JDK 21 on; this is compiled for 11.
    this.threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  public static void main(String[] args) throws Exception {
    HandshakeCalls calls = new HandshakeCalls();
    calls.makeContext();
    VirtualThreadWorker worker =
        new VirtualThreadWorker(calls.context(), args[0], args[1].equals("full"));
    Thread acceptor = new Thread(worker::acceptAll, "acceptor");
    acceptor.setDaemon(true);
    acceptor.start();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(worker.run(Integer.parseInt(line)));
    }
    System.exit(0);
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket plain = listening.accept();
        threads.submit(() -> answer(plain));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Void answer(Socket plain) throws IOException {
    plain.setSoTimeout(LIMIT_MILLIS);
    plain.setTcpNoDelay(true);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, "", plain.getPort(), true)) {
      socket.setUseClientMode(false);
      socket.getOutputStream().write(socket.getInputStream().read());
      socket.getInputStream().read();
    }
    return null;
  }

  private String run(int count) throws Exception {
    long cpu = system.getProcessCpuTime();
    long clock = System.nanoTime();
    Semaphore atOnce = new Semaphore(AT_ONCE);
    List<Future<Void>> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String peer = full ? "peer-" + peers++ : "peer";
      atOnce.acquire();
      all.add(
          threads.submit(
              () -> {
                try {
                  return connect(peer);
                } finally {
                  atOnce.release();
                }
              }));
    }
    for (Future<Void> each : all) {
      each.get();
    }
    return (system.getProcessCpuTime() - cpu) + " " + (System.nanoTime() - clock) + " 0";
  }

  private Void connect(String peer) throws IOException {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
    plain.setSoTimeout(LIMIT_MILLIS);
    plain.setTcpNoDelay(true);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, peer, plain.getPort(), true)) {
      socket.setEnabledProtocols(protocols);
      socket.getOutputStream().write(1);
      if (socket.getInputStream().read() != 1) {
        throw new IOException("no answer");
      }
    }
    return null;
  }
}
