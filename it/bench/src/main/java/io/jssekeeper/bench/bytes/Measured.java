package io.jssekeeper.bench.bytes;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Scanner;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;

/**
 * The JVM whose heap is measured.
 *
 * <p>Arguments: WORK server CLIENT_CERTIFICATE(true, false), or WORK client PROTOCOL. Prints {@code
 * port N} if it is a server; reads {@code sessions N [PORT]} and answers {@code done}; reads {@code
 * mark}, {@code report}.
 */
final class Measured {
  private Measured() {}

  public static void main(String[] args) throws Exception {
    SSLContext context = Keys.context(Path.of(args[0]), false);
    boolean server = args[1].equals("server");
    SSLSessionContext sessions =
        server ? context.getServerSessionContext() : context.getClientSessionContext();
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    System.out.println("port " + listening.getLocalPort());
    Path before = Path.of(args[0], "before");
    Path after = Path.of(args[0], "after");
    int cached = 0;
    int peer = 0;
    for (String[] words = words(); !words[0].equals("end"); words = words()) {
      switch (words[0]) {
        case "sessions":
          for (int left = Integer.parseInt(words[1]); left > 0; left--) {
            if (server) {
              Peer.accept(context, listening, Boolean.parseBoolean(args[2]));
            } else {
              String name = String.format("peer-%06d.example", peer++);
              Peer.connect(context, Integer.parseInt(words[2]), name, args[2]);
            }
          }
          break;
        case "mark":
          Histogram.take(before);
          cached = cached(sessions);
          break;
        default:
          Histogram.take(after);
          int more = Integer.parseInt(words[1]);
          double bytes =
              Histogram.read(after)
                  .bytesSince(Histogram.read(before), more, Boolean.getBoolean("bench.classes"));
          System.out.printf(
              Locale.ROOT,
              "%.0f %.0f %.2f%n",
              bytes,
              estimate(),
              (double) (cached(sessions) - cached) / more);
      }
      System.out.println("done");
    }
  }

  private static final Scanner LINES = new Scanner(System.in);

  private static String[] words() {
    return LINES.hasNextLine() ? LINES.nextLine().split(" ") : new String[] {"end"};
  }

  private static int cached(SSLSessionContext sessions) {
    return Collections.list(sessions.getIds()).size();
  }

  /** The agent's figure for the largest of its caches, per session; 0 without an agent. */
  private static double estimate() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    int most = 0;
    double bytes = 0;
    for (ObjectName name :
        beans.queryNames(new ObjectName("io.jssekeeper:type=SessionCache,*"), null)) {
      int size = (Integer) beans.getAttribute(name, "Size");
      if (size > most) {
        most = size;
        bytes = ((Long) beans.getAttribute(name, "StrongBytes")).doubleValue() / size;
      }
    }
    return bytes;
  }
}
