package io.jssekeeper.cli.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * One client's connections in sequence; each may resume what earlier ones began. For one thread.
 */
final class Series {
  private final ProbeTarget target;
  private final int connections;

  /**
   * @param connections 2 or more
   */
  Series(ProbeTarget target, int connections) {
    this.target = target;
    this.connections = connections;
  }

  /**
   * @param by {@code ticket} or {@code id}: what this JVM's settings let the client resume by
   * @param addresses the connections go to each in turn
   */
  Finding make(String protocol, String by, List<InetAddress> addresses)
      throws GeneralSecurityException {
    ProbeClient client = new ProbeClient(target, protocol);
    Finding finding =
        new Finding()
            .with("address", addresses.size() == 1 ? addresses.get(0).getHostAddress() : "all")
            .with("protocol", protocol)
            .with("by", by);
    int made = 0;
    int resumed = 0;
    int failed = 0;
    String error = "";
    for (int i = 0; i < connections && (made > 0 || failed == 0); i++) {
      try {
        ServerHandshake server = client.connect(addresses.get(i % addresses.size()));
        if (made == 0) {
          describe(server, finding);
          KeeperView.describe(target, finding);
        }
        made++;
        resumed += server.isResumed() ? 1 : 0;
      } catch (IOException | RuntimeException e) {
        failed++;
        error = e.getMessage() == null ? e.toString() : e.getMessage();
      }
    }
    // The first one has nothing to resume.
    return finding
        .with("tries", Math.max(0, made + failed - 1))
        .with("resumed", resumed)
        .with("failed", failed)
        .with("error", error);
  }

  private static void describe(ServerHandshake server, Finding finding) {
    finding
        .with("retried", server.isRetried())
        .with("sessionId", server.hasSessionId())
        .with("extendedMasterSecret", server.hasExtendedMasterSecret())
        .with("ticketBytes", server.ticketBytes())
        .with("ticketLifetime", server.ticketLifetime());
  }
}
