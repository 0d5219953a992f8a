package io.jssekeeper.bench.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a client may use, with the JDK's own TLS as the server. */
enum ClientLibrary {
  JSSE("JSSE, left alone", "jsse"),
  KEEPER("jsse-keeper", "jsse", "-javaagent:KEEPER=log=off"),
  TCNATIVE("tcnative", "tcnative"),
  CONSCRYPT("Conscrypt", "conscrypt"),
  BOUNCY_CASTLE("Bouncy Castle", "bouncycastle");

  private final String text;
  private final String library;
  private final List<String> options;

  ClientLibrary(String text, String library, String... options) {
    this.text = text;
    this.library = library;
    this.options = List.of(options);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Plays all scenes, with a server that sends two tickets where its JDK can. */
  Figures play(Alternative.Paths paths, String protocol) throws IOException {
    int port = Alternative.freePort();
    List<String> jvmOptions = new ArrayList<>(Alternative.HEAP);
    options.forEach(option -> jvmOptions.add(paths.resolve(option)));
    CommandedJvm server = server(paths, port);
    try (server;
        CommandedJvm client =
            new CommandedJvm(
                paths.work.resolve("library-" + name() + ".log"),
                jvmOptions,
                PeerClient.class,
                library,
                paths.keyStore().toString())) {
      return scenes(client, new Visits(client, protocol, port));
    }
  }

  private static CommandedJvm server(Alternative.Paths paths, int port) throws IOException {
    return new CommandedJvm(
        paths.work.resolve("server.log"),
        List.of("-Xmx512m", "-Djdk.tls.server.newSessionTicketCount=2"),
        PeerServer.class,
        "jsse",
        paths.keyStore().toString(),
        Integer.toString(port));
  }

  private static Figures scenes(CommandedJvm client, Visits visits) throws IOException {
    Figures figures = new Figures();
    visits.first("server", ServerScenes.CLIENTS);
    figures.atOnce = visits.again("server", ServerScenes.CLIENTS);
    figures.beside =
        visits.isSingleUse() ? visits.beside("server", ServerScenes.CLIENTS) : Double.NaN;
    visits.first("other", ServerScenes.OTHERS);
    figures.afterOthers = visits.again("server", ServerScenes.CLIENTS);
    client.ask("fill");
    figures.afterCollection = visits.again("server", ServerScenes.CLIENTS);
    return figures;
  }
}
