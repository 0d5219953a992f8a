package io.jssekeeper.cli.probe;

import java.util.ArrayList;
import java.util.List;

/** What to change on a server, given a probe's findings. */
public final class ServerAdvice {
  /**
   * Shorter lifetimes are rarely intended. It is less than nginx's default, 300 s: on a slow
   * machine some seconds have passed before it is measured.
   */
  private static final long SHORT_SECONDS = 240;

  private static final String SHARED_KEYS =
      "give all workers and nodes the same ticket keys: nginx ssl_session_ticket_key, HAProxy"
          + " tls-ticket-keys, httpd SSLSessionTicketKeyFile, Envoy session_ticket_keys";

  private static final String SHARED_CACHE =
      "give all workers one session cache: nginx ssl_session_cache shared:..., httpd"
          + " SSLSessionCache shmcb:..., HAProxy tune.ssl.cachesize, OpenSSL a session id context";

  private final List<String> sentences = new ArrayList<>();
  private boolean hasId;
  private boolean idIsTaken;
  private boolean ticketIsTaken;

  private ServerAdvice() {}

  /** One sentence for each thing to change; none if there is nothing. */
  public static List<String> of(List<Finding> findings) {
    ServerAdvice advice = new ServerAdvice();
    findings.forEach(advice::consider);
    findings.forEach(advice::considerWhole);
    advice.considerIds(findings);
    return advice.sentences;
  }

  private void consider(Finding finding) {
    boolean taken = finding.number("resumed") > 0;
    boolean by12 = finding.text("protocol").equals("TLSv1.2");
    hasId |= by12 && finding.is("sessionId");
    idIsTaken |= by12 && taken && finding.text("by").equals("id");
    ticketIsTaken |= by12 && taken && finding.text("by").equals("ticket");
  }

  private void considerWhole(Finding finding) {
    if (finding.text("sessionId").isEmpty()) {
      return; // no handshake at all
    }
    if (finding.number("failed") > 0) {
      say(
          way(finding)
              + ": connections that offer a session fail; switch resumption off on the server until"
              + " it is fixed");
    }
    if (finding.text("by").equals("ticket")) {
      considerTickets(finding);
    }
    if (finding.is("retried")) {
      say(
          "TLS 1.3: the server asks for another key share (HelloRetryRequest), one more round trip"
              + " in each full handshake; let it accept x25519 or secp256r1, or put its group first"
              + " in the client's -Djdk.tls.namedGroups");
    }
    if (finding.text("protocol").equals("TLSv1.2") && !finding.is("extendedMasterSecret")) {
      say(
          "TLS 1.2: no extended master secret (RFC 7627); Java clients without endpoint"
              + " identification resume nothing there: update the server's TLS library");
    }
  }

  private void considerTickets(Finding finding) {
    boolean tls13 = finding.text("protocol").equals("TLSv1.3");
    long tickets = tls13 ? finding.number("tickets") : finding.number("ticketBytes");
    if (tickets == 0 && tls13) {
      say(
          "TLS 1.3: no ticket, so nothing can be resumed: nginx ssl_session_tickets on, httpd"
              + " SSLSessionTickets on, HAProxy without no-tls-tickets, a JVM with"
              + " jdk.tls.server.newSessionTicketCount of 1 or more");
      return;
    }
    if (tickets == 0) {
      return; // ids may work
    }
    if (finding.number("resumed") < finding.number("tries") - finding.number("failed")) {
      String whole = finding.number("resumed") == 0 ? "takes none" : "takes some only";
      boolean ofAll = finding.text("address").equals("all");
      say(
          way(finding)
              + ": the server "
              + whole
              + " of its own tickets"
              + (ofAll ? " when its addresses change" : "")
              + "; "
              + SHARED_KEYS);
    }
    if (tls13 && tickets == 1) {
      say(
          "TLS 1.3: one ticket a connection, so of several connections at once one resumes; OpenSSL"
              + " SSL_CTX_set_num_tickets, a JVM the keeper's server.tickets");
    }
    considerLifetime(finding, tls13);
  }

  private void considerLifetime(Finding finding, boolean tls13) {
    long seconds = tls13 ? finding.number("secondsLeft") : finding.number("ticketLifetime");
    if (seconds > 0 && seconds < SHORT_SECONDS) {
      say(
          way(finding)
              + ": tickets live for "
              + seconds
              + " s; nginx ssl_session_timeout, HAProxy tune.ssl.lifetime, httpd"
              + " SSLSessionCacheTimeout, a JVM server.timeout");
    }
  }

  private void considerIds(List<Finding> findings) {
    boolean speaks12 =
        findings.stream()
            .anyMatch(
                finding ->
                    finding.text("protocol").equals("TLSv1.2")
                        && !finding.text("sessionId").isEmpty());
    if (!speaks12 || idIsTaken) {
      return;
    }
    String what = hasId ? "gives session ids and takes none of them" : "gives no session id";
    say(
        "TLS 1.2: the server "
            + what
            + (ticketIsTaken ? "; only clients with tickets resume: " : ": ")
            + SHARED_CACHE);
  }

  private static String way(Finding finding) {
    return finding.text("protocol").replace("TLSv", "TLS ");
  }

  private void say(String sentence) {
    if (!sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }
}
