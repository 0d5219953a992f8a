package io.jssekeeper.cli;

import java.util.HashMap;
import java.util.Map;

/** What to do about full handshakes, by their reason: docs/reasons.md in short. */
final class Advice {
  private static final Map<String, String> BY_REASON = new HashMap<>();

  static {
    advise("first-contact", "nothing, unless one peer has it again and again: then see churn");
    advise("not-offered", "nothing here: the client is new or does not resume");
    advise("unknown-session", "look for a restart, or a load balancer that changes nodes");
    advise("expired", "nothing, or a longer client.timeout or server.timeout");
    advise("evicted", "raise client.capacity, server.capacity or client.tickets");
    advise("collected", "raise memory, or the heap");
    advise("invalidated", "look for failed handshakes, and for who calls invalidate()");
    advise("tickets-used-up", "raise server.tickets on the server, client.tickets on the client");
    advise("ticket-undecryptable", "let clients come back to the node that sealed their tickets");
    advise("not-resumable", "the server gives nothing to resume: look at its settings");
    advise("cipher-mismatch", "give all connections the same cipher suites and constraints");
    advise("protocol-mismatch", "give all connections the same protocols");
    advise("identity-mismatch", "give all connections the same SSLParameters");
    advise("sni-mismatch", "nothing: RFC 6066 demands it");
    advise("ems-mismatch", "update the side without extended master secret (RFC 7627)");
    advise("client-auth", "nothing: the client's certificate must be asked for");
    advise("declined", "the server's records say why: run the keeper there");
    advise("resumption-failed", "look at the failed handshakes with the same peer, before it");
    advise("caching-off", "createSSLEngine(host, port), and no switched-off extensions");
    advise("unknown", "if not just attached, a defect of the keeper: please report it");
  }

  private Advice() {}

  private static void advise(String reason, String advice) {
    BY_REASON.put(reason, advice);
  }

  /** Empty for a reason that a later keeper has brought. */
  static String about(String reason) {
    return BY_REASON.getOrDefault(reason, "");
  }
}
