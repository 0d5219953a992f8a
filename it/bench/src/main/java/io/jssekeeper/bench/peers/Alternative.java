package io.jssekeeper.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A way to run a server. */
enum Alternative {
  JSSE("JSSE, left alone", "jsse"),
  STATEFUL(
      "JSSE, stateless tickets off", "jsse", "-Djdk.tls.server.enableSessionTicketExtension=false"),
  KEEPER("jsse-keeper", "jsse", "-javaagent:KEEPER=log=off"),
  KEEPER_STATEFUL(
      "jsse-keeper, stateless tickets off",
      "jsse",
      "-javaagent:KEEPER=log=off",
      "-Djdk.tls.server.enableSessionTicketExtension=false"),
  KEEPER_KEYS(
      "jsse-keeper, server.keys, 2 tickets",
      "jsse",
      "-javaagent:KEEPER=log=off,server.tickets=2,server.keys=WORK/secrets"),
  TCNATIVE("tcnative", "tcnative"),
  TCNATIVE_KEYS("tcnative, ticket keys", "tcnative", "-Dbench.ticketKeys=WORK/ticket-keys"),
  CONSCRYPT("Conscrypt", "conscrypt"),
  BOUNCY_CASTLE("Bouncy Castle", "bouncycastle"),
  HAPROXY("HAProxy in front, ticket keys", "plain");

  /** The same for all JVMs whose heap is filled. */
  static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

  private final String text;
  private final String library;
  private final List<String> options;

  Alternative(String text, String library, String... options) {
    this.text = text;
    this.library = library;
    this.options = List.of(options);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Starts it; returns once it listens on that port. */
  MeasuredServer start(Paths paths, int port) throws IOException, InterruptedException {
    List<String> jvmOptions = new ArrayList<>(HEAP);
    options.forEach(option -> jvmOptions.add(paths.resolve(option)));
    boolean proxied = library.equals("plain");
    int own = proxied ? freePort() : port;
    CommandedJvm jvm =
        new CommandedJvm(
            paths.work.resolve(name() + ".log"),
            jvmOptions,
            PeerServer.class,
            library,
            paths.keyStore().toString(),
            Integer.toString(own));
    try {
      return new MeasuredServer(jvm, proxied ? Proxy.start(paths.work, port, own) : null);
    } catch (IOException e) {
      jvm.close();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where the files are. */
  static final class Paths {
    final Path work;
    private final String keeper;

    Paths(Path work, String keeper) {
      this.work = work;
      this.keeper = keeper;
    }

    Path keyStore() {
      return work.resolve("server.p12");
    }

    String resolve(String option) {
      return option.replace("KEEPER", keeper).replace("WORK", work.toString());
    }
  }
}
