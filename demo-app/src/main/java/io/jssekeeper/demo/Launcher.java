package io.jssekeeper.demo;

import io.jssekeeper.demo.app.PageClient;
import io.jssekeeper.demo.app.PageServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts server and client, either both with the agent or both without.
 *
 * @param agentOptions what the agent adds to a JVM's command line; empty without it
 */
record Launcher(Jdk jdk, Path demoJar, Path keyStore, List<String> agentOptions) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * Makes the server keep its sessions itself, as it does when an application binds values to them,
   * and as JDK 8 and 11 always do. Otherwise it would give them to the client as tickets.
   */
  private static final String SESSIONS_IN_SERVER =
      "-Djdk.tls.server.enableSessionTicketExtension=false";

  /** Compile fast rather than well: the JVMs live for seconds, and share about two cores. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  /** The same, with these options in place of its agent's. */
  Launcher withOptions(List<String> options) {
    return new Launcher(jdk, demoJar, keyStore, options);
  }

  /** The same, with these additional JVM options, which take precedence. */
  Launcher withMore(List<String> options) {
    return withOptions(Stream.concat(agentOptions.stream(), options.stream()).toList());
  }

  /** Starts a server again, on the same port. */
  Child startServer(String maxHeap, String port, RecordCounter records) {
    List<String> options =
        Stream.concat(
                Stream.of(maxHeap, "-D" + PageServer.PORT + "=" + port), agentOptions.stream())
            .toList();
    Child server =
        Child.start(
            "server", java(options, PageServer.class, Stream.of(keyStore.toString())), records);
    server.awaitLine(LIMIT);
    return server;
  }

  /** Starts both with that much heap; both programs get {@code programArguments}. */
  Peers start(String maxHeap, String... programArguments) {
    RecordCounter serverRecords = new RecordCounter();
    RecordCounter clientRecords = new RecordCounter();
    List<String> options = Stream.concat(Stream.of(maxHeap), agentOptions.stream()).toList();
    Child server =
        Child.start(
            "server",
            java(options, PageServer.class, Stream.of(keyStore.toString()), programArguments),
            serverRecords);
    String port = server.awaitLine(LIMIT).replace("listening ", "");
    Child client =
        Child.start(
            "client",
            java(options, PageClient.class, Stream.of(keyStore.toString(), port), programArguments),
            clientRecords);
    client.awaitLine(LIMIT);
    return new Peers(server, client, serverRecords, clientRecords, port);
  }

  private List<String> java(
      List<String> options, Class<?> program, Stream<String> arguments, String... moreArguments) {
    Stream<String> jvm = Stream.of(jdk.program("java"), SHORT_LIVED, SESSIONS_IN_SERVER);
    Stream<String> main = Stream.of("-cp", demoJar.toString(), program.getName());
    return Stream.of(jvm, options.stream(), main, arguments, Stream.of(moreArguments))
        .flatMap(part -> part)
        .toList();
  }
}
