package io.jssekeeper.it;

import io.jssekeeper.it.harness.Jdk;
import java.util.List;

/** How sessions are resumed. */
enum Way {
  TLS12_ID("TLS 1.2 by id"),
  TLS12_TICKET("TLS 1.2 by ticket"),
  TLS13("TLS 1.3"),
  /** The session is in the ticket, and the server keeps nothing. */
  TLS13_STATELESS("TLS 1.3, stateless");

  private final String text;

  Way(String text) {
    this.text = text;
  }

  /** Those with which a client, or a server, has something that may end. */
  static List<Way> of(boolean client) {
    return client ? List.of(TLS12_ID, TLS12_TICKET, TLS13) : List.of(TLS12_ID, TLS13);
  }

  boolean isTls13() {
    return this == TLS13 || this == TLS13_STATELESS;
  }

  /** Whether the server seals the session into the ticket. */
  boolean isStateless() {
    return this == TLS12_TICKET || this == TLS13_STATELESS;
  }

  String protocol() {
    return isTls13() ? "TLSv1.3" : "TLSv1.2";
  }

  boolean isOn(Jdk jdk) {
    return !isStateless() || jdk.hasStatelessTickets();
  }

  @Override
  public String toString() {
    return text;
  }
}
