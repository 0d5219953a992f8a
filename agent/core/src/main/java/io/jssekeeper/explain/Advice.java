package io.jssekeeper.explain;

import java.util.HashMap;
import java.util.Map;

/** What to do about full handshakes, by reason: a short form of docs/reasons.md. */
public final class Advice {
  private static final Map<String, String> BY_REASON = new HashMap<>();

  static {
    advise("first-contact", "nothing, unless one peer repeats it: then see churn");
    advise("not-offered", "nothing here: the client is new or does not resume");
    advise("unknown-session", "look for a restart, or a load balancer that switches nodes");
    advise("expired", "nothing, or raise client.timeout or server.timeout");
    advise("evicted", "raise client.capacity, server.capacity or client.tickets");
    advise("collected", "raise memory, or enlarge the heap");
    advise("invalidated", "look for failed handshakes, and for callers of invalidate()");
    advise("tickets-used-up", "have the server send more tickets, or keep connections open longer");
    advise(
        "server tickets-used-up",
        "a client used a ticket twice: use stateless tickets, which allow it");
    advise(
        "tickets-used-up few-given",
        "client.tickets was never reached: have the server send more (a JVM: server.tickets)");
    advise("tickets-used-up pool-full", "raise client.tickets: the peer sent more than were kept");
    advise(
        "ticket-undecryptable",
        "after a restart or from another node: share keys by server.keys, or route clients back");
    advise("not-resumable", "the server offers nothing to resume: check its settings; probe it");
    advise("cipher-mismatch", "use the same cipher suites and constraints on all connections");
    advise("protocol-mismatch", "use the same protocols on all connections");
    advise("identity-mismatch", "use the same SSLParameters on all connections");
    advise("sni-mismatch", "nothing: RFC 6066 requires it");
    advise("ems-mismatch", "update the side that lacks extended master secret (RFC 7627)");
    advise(
        "client ems-mismatch",
        "update the server (RFC 7627); docs/ftps.md says what going without it gives up");
    advise(
        "first-contact no-control-connection",
        "if it is an FTPS data connection: see the conditions in docs/ftps.md");
    advise("client-auth", "nothing: the client's certificate must be requested");
    advise("resumption-failed", "look at the failed handshakes with this peer before it");
    advise(
        "declined",
        "ask the server: a keeper in its JVM says why; else probe it, and check its ticket keys");
    advise(
        "invalidated declined-before",
        "the server declined it on another connection: see declined");
    advise("expired certificate-expired", "renew the peer's certificate: sessions end with it");
    advise("unknown-session other-context", "use one SSLContext: each has its own sessions");
    advise(
        "ticket-undecryptable other-context",
        "set server.keys=jvm, or use one SSLContext: each opens only its own tickets");
    advise(
        "ticket-undecryptable other-secret",
        "give all nodes the same server.keys; tickets from before it was set disappear by"
            + " themselves");
    advise("ticket-undecryptable other-jdk", "nothing: tickets of that JDK cannot be read here");
    advise(
        "ticket-undecryptable other-certificate",
        "nothing, or server.keys.scope for contexts that may share sessions");
    advise(
        "ticket-undecryptable expired-key", "nothing; or check this node's clock against others'");
    advise(
        "failed plain-http",
        "a client speaks http:// to a TLS port: correct its URL or health check");
    advise("failed not-tls", "a client that does not speak TLS, or a PROXY protocol header");
    advise(
        "failed hung-up", "the peer closed it: a health check, a port scan, or the peer gave up");
    advise(
        "failed untrusted-certificate",
        "one side does not trust the other: check issuer, chain and host name");
    advise("caching-off", "use createSSLEngine(host, port), and leave extensions on");
    advise("server caching-off", "leave extensions on: see jdk.tls.server.disableExtensions");
    advise(
        "caching-off tickets-only",
        "add tickets to keep, or set -Djdk.tls.server.enableSessionTicketExtension=false");
    advise("unknown", "unless just attached, a defect of the keeper: please report it");
  }

  private Advice() {}

  /** For a reason, {@code reason detail} or {@code side reason}. */
  private static void advise(String which, String advice) {
    BY_REASON.put(which, advice);
  }

  /**
   * For handshakes of one side, result, reason and detail; the most specific advice there is. Empty
   * for words introduced by a later keeper.
   */
  public static String about(Map<String, Object> row) {
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
