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
    advise(
        "tickets-used-up", "let the server give more tickets, or keep connections open for longer");
    advise("server tickets-used-up", "a client used a ticket twice: stateless tickets allow that");
    advise(
        "tickets-used-up few-given",
        "client.tickets was never full: let the server give more (a JVM: server.tickets)");
    advise("tickets-used-up pool-full", "raise client.tickets: the peer gave more than were kept");
    advise("ticket-undecryptable", "let clients come back to the node that sealed their tickets");
    advise("not-resumable", "the server gives nothing to resume: look at its settings");
    advise("cipher-mismatch", "give all connections the same cipher suites and constraints");
    advise("protocol-mismatch", "give all connections the same protocols");
    advise("identity-mismatch", "give all connections the same SSLParameters");
    advise("sni-mismatch", "nothing: RFC 6066 demands it");
    advise("ems-mismatch", "update the side without extended master secret (RFC 7627)");
    advise("client-auth", "nothing: the client's certificate must be asked for");
    advise("resumption-failed", "look at the failed handshakes with the same peer, before it");
    advise(
        "declined",
        "ask the server: a JVM's keeper says why there; of another see ticket keys and cache");
    advise(
        "invalidated declined-before",
        "the server declined it on another connection: see declined");
    advise(
        "unknown-session other-context", "use one SSLContext: each has sessions of its own only");
    advise(
        "ticket-undecryptable other-context",
        "use one SSLContext: each opens its own tickets only");
    advise("failed plain-http", "a client speaks http:// to a TLS port: correct its URL or check");
    advise("failed not-tls", "a client that is not of TLS, or a PROXY protocol header");
    advise("failed hung-up", "the peer closed it: a health check or port scan, or it gave up");
    advise(
        "failed untrusted-certificate",
        "one side does not trust the other: see issuer, chain and host name");
    advise(
        "caching-off", "createSSLEngine(host, port); no extension switched off; tickets in keep");
    advise("unknown", "if not just attached, a defect of the keeper: please report it");
  }

  private Advice() {}

  /** About a reason, {@code reason detail} or {@code side reason}. */
  private static void advise(String which, String advice) {
    BY_REASON.put(which, advice);
  }

  /**
   * About handshakes of one side, result, reason and detail; the narrowest advice that there is.
   * Empty for what a later keeper has brought.
   */
  static String about(Map<String, Object> row) {
    String result = (String) row.get("result");
    String reason = result.equals("failed") ? "failed" : (String) row.get("reason");
    String[] narrowestFirst = {
      reason + " " + row.get("detail"), row.get("side") + " " + reason, reason
    };
    for (String which : narrowestFirst) {
      if (BY_REASON.containsKey(which)) {
        return BY_REASON.get(which);
      }
    }
    return "";
  }
}
