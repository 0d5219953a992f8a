package io.jssekeeper.demo;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.time.Duration;
import java.util.List;

/** A server JVM, a client JVM that visits it, and the counts of both. */
final class Peers implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Child server;
  private final Child client;
  private final RecordCounter serverRecords;
  private final RecordCounter clientRecords;
  private final String port;
  private HandshakeCounts counted = HandshakeCounts.NONE;

  Peers(
      Child server,
      Child client,
      RecordCounter serverRecords,
      RecordCounter clientRecords,
      String port) {
    this.server = server;
    this.client = client;
    this.serverRecords = serverRecords;
    this.clientRecords = clientRecords;
    this.port = port;
  }

  Child server() {
    return server;
  }

  Child client() {
    return client;
  }

  /** Has the client visit that many sites once each; their names begin with the prefix. */
  HandshakeCounts visit(String prefix, int sites, String protocol) {
    String answer = client.ask("visit " + prefix + " " + sites + " " + protocol, LIMIT);
    HandshakeCounts counts = HandshakeCounts.parse(answer);
    counted = counted.plus(counts);
    return counts;
  }

  /** Ends the server, and starts it again on its port. */
  void restartServer(Launcher launcher, String maxHeap) {
    server.awaitEnd(LIMIT);
    server = launcher.startServer(maxHeap, port, serverRecords);
  }

  /** Fills the heap of one of the two once, and returns its answer. */
  static String press(Child jvm) {
    return jvm.ask("pressure", LIMIT);
  }

  /** Ends both, and compares the agent's records with the client's counts. */
  List<Measure> finish() {
    client.awaitEnd(LIMIT);
    server.awaitEnd(LIMIT);
    return List.of(
        Measure.equal(counted, "all handshakes, counted by the client", counted),
        Measure.equal(counted, "records in the client", clientRecords.counts()),
        Measure.equal(counted, "records in the server", serverRecords.counts()));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
