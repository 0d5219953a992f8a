package io.jssekeeper.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code curl} on the path, as a TLS client that reports what it sees. */
public final class Curl {
  // Versions differ: "SSL re-using session ID", "SSL reusing session with ALPN '-'".
  private static final Pattern REUSED = Pattern.compile("\\* .*SSL re-?using session.*");
  private static final Pattern CONNECTED = Pattern.compile("\\* .*SSL connection using TLSv1.*");

  private Curl() {}

  /**
   * Fetches that many pages, one after another, each over a new connection.
   *
   * @return each handshake, {@code full} or {@code resumed}, as curl reports it
   */
  public static List<String> get(long port, int pages, String... options) {
    Tool.require("curl");
    List<String> line = new ArrayList<>(List.of("curl", "-sv", "-H", "Connection: close"));
    line.addAll(List.of("--cacert", KeyMaterial.shared().ec().certificate().toString()));
    line.addAll(List.of(options));
    for (int page = 0; page < pages; page++) {
      line.add("https://localhost:" + port + "/" + page);
    }
    return results(Command.run(line).lines());
  }

  /** Fetches one page as text. */
  public static String page(long port, String path) {
    Tool.require("curl");
    String certificate = KeyMaterial.shared().ec().certificate().toString();
    String url = "https://localhost:" + port + path;
    return String.join(
        "\n", Command.run(List.of("curl", "-sS", "--cacert", certificate, url)).lines());
  }

  private static List<String> results(List<String> lines) {
    List<String> results = new ArrayList<>();
    boolean reused = false;
    for (String line : lines) {
      reused |= REUSED.matcher(line).matches();
      if (CONNECTED.matcher(line).matches()) {
        results.add(reused ? "resumed" : "full");
        reused = false;
      }
    }
    return results;
  }
}
