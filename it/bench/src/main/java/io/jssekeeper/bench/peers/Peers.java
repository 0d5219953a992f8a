package io.jssekeeper.bench.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares ways to run a TLS server, and TLS libraries of clients; see the script peers.
 *
 * <p>Arguments: WORK_DIRECTORY KEEPER_JAR [NAME]: only the alternatives whose name begins so.
 */
final class Peers {
  private final Alternative.Paths paths;
  private final String only;

  private Peers(Alternative.Paths paths, String only) {
    this.paths = paths;
    this.only = only;
  }

  public static void main(String[] args) throws Exception {
    Peers peers =
        new Peers(new Alternative.Paths(Path.of(args[0]), args[1]), args.length > 2 ? args[2] : "");
    System.out.printf(
        "JDK %s, %d processors, %d clients, %d others%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ServerScenes.CLIENTS,
        ServerScenes.OTHERS);
    for (Clients clients : Clients.values()) {
      peers.servers(clients);
    }
    for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
      peers.clients(protocol);
    }
  }

  private void servers(Clients clients) throws Exception {
    System.out.print(Figures.serverHeading(clients.text));
    Path errors = paths.work.resolve("client-" + clients + ".log");
    try (CommandedJvm client =
        new CommandedJvm(
            errors,
            clients.options(),
            PeerClient.class,
            "jsse",
            paths.keyStore().toString(),
            "bench.example")) {
      for (Alternative alternative : Alternative.values()) {
        if (alternative.toString().startsWith(only)) {
          int port = Alternative.freePort();
          Visits visits = new Visits(client, clients.protocol, port);
          try {
            Figures figures = new ServerScenes(paths, alternative, visits, port).play();
            System.out.print(figures.serverRow(alternative));
          } catch (IOException e) {
            System.out.printf("%-36s not measured: %s%n", alternative, e.getMessage());
          }
        }
      }
    }
  }

  private void clients(String protocol) throws Exception {
    System.out.print(Figures.clientHeading(protocol + ", library of the client"));
    for (ClientLibrary library : ClientLibrary.values()) {
      if (library.toString().startsWith(only)) {
        try {
          System.out.print(library.play(paths, protocol).clientRow(library.toString()));
        } catch (IOException e) {
          System.out.printf("%-36s not measured: %s%n", library, e.getMessage());
        }
      }
    }
  }

  /** Kinds of clients, all with the JDK's own TLS. */
  private enum Clients {
    TLS13("TLS 1.3", "TLSv1.3"),
    TLS12("TLS 1.2", "TLSv1.2"),
    TLS12_IDS(
        "TLS 1.2, clients without tickets",
        "TLSv1.2",
        "-Djdk.tls.client.enableSessionTicketExtension=false");

    private final String text;
    private final String protocol;
    private final List<String> more;

    Clients(String text, String protocol, String... more) {
      this.text = text;
      this.protocol = protocol;
      this.more = List.of(more);
    }

    /** No session of a client is lost by a collection there: it is about servers. */
    List<String> options() {
      List<String> options =
          new ArrayList<>(List.of("-Xmx1g", "-XX:SoftRefLRUPolicyMSPerMB=1000000"));
      options.addAll(more);
      return options;
    }
  }
}
