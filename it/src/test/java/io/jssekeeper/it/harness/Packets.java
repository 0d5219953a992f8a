package io.jssekeeper.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The packets of one TLS server on loopback, captured by the {@code tshark} on the path. */
public final class Packets implements AutoCloseable {
  private static final int STOP_SECONDS = 30;
  private static final String MANY = ",";
  private static final String COLUMNS = "\t";

  // RFC 5246, 8446: message types, extension numbers, alert levels.
  private static final String SERVER_HELLO = "2";
  private static final String CERTIFICATE = "11";
  private static final String PRE_SHARED_KEY = "41";
  private static final String SUPPORTED_VERSIONS = "43";
  private static final String FATAL = "2";

  private final long port;
  private final Path file;
  private final Process capture;

  private Packets(long port, Path file, Process capture) {
    this.port = port;
    this.file = file;
    this.capture = capture;
  }

  /**
   * Begins to capture the traffic of that port. Skips the test, with the reason printed, if there
   * is no {@code tshark} or it may not capture.
   */
  public static Packets capture(long port) {
    Tool.require("tshark");
    Path file = Settings.work().resolve("packets-" + port + ".pcapng");
    List<String> line =
        List.of("tshark", "-i", "lo", "-f", "tcp port " + port, "-w", file.toString());
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      Packets packets = new Packets(port, file, process);
      packets.awaitBegin();
      return packets;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void awaitBegin() throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(capture.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains("Capture started") || line.startsWith("Capturing on")) {
        return;
      }
    }
    Tool.skip("tshark does not capture: " + all);
  }

  /** {@code full}, {@code resumed} or {@code failed}, by the client's port. */
  public Map<Long, String> results() {
    stop();
    List<String> line =
        List.of(
            "tshark",
            "-r",
            file.toString(),
            "-d",
            "tcp.port==" + port + ",tls",
            "-Y",
            "tls",
            "-T",
            "fields",
            "-E",
            "occurrence=a",
            "-e",
            "tcp.srcport",
            "-e",
            "tcp.dstport",
            "-e",
            "tls.handshake.type",
            "-e",
            "tls.handshake.extension.type",
            "-e",
            "tls.alert_message.level");
    Map<Long, Flow> flows = new HashMap<>();
    for (String packet : Command.run(line).lines()) {
      String[] columns = Arrays.copyOf(packet.split(COLUMNS), 5);
      if (columns[0].matches("\\d+")) {
        boolean fromServer = Long.parseLong(columns[0]) == port;
        long client = Long.parseLong(columns[fromServer ? 1 : 0]);
        flows.computeIfAbsent(client, c -> new Flow()).add(fromServer, columns);
      }
    }
    Map<Long, String> results = new HashMap<>();
    flows.forEach((client, flow) -> results.put(client, flow.result()));
    return results;
  }

  private void stop() {
    capture.destroy();
    try {
      capture.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    capture.destroyForcibly();
  }

  /** What one connection's packets show. */
  private static final class Flow {
    private boolean hasCertificate;
    private boolean hasFatalAlert;
    private Set<String> serverExtensions = Set.of();

    void add(boolean fromServer, String[] columns) {
      Set<String> types = set(columns[2]);
      if (fromServer && types.contains(SERVER_HELLO)) {
        serverExtensions = set(columns[3]);
      }
      hasCertificate |= fromServer && types.contains(CERTIFICATE);
      hasFatalAlert |= set(columns[4]).contains(FATAL);
    }

    private static Set<String> set(String column) {
      return column == null ? Set.of() : new HashSet<>(List.of(column.split(MANY)));
    }

    /** In TLS 1.3 the certificate is not visible; in TLS 1.2 there is none in a resumption. */
    String result() {
      if (hasFatalAlert) {
        return "failed";
      }
      boolean resumed =
          serverExtensions.contains(SUPPORTED_VERSIONS)
              ? serverExtensions.contains(PRE_SHARED_KEY)
              : !hasCertificate;
      return resumed ? "resumed" : "full";
    }
  }
}
