package io.jssekeeper.it.harness;

import java.util.List;

/** How sessions are resumed. */
public enum Resumption {
  TLS12_ID("TLS 1.2 by id"),
  TLS12_TICKET("TLS 1.2 by ticket"),
  TLS13("TLS 1.3"),
  /** The session is in the ticket, and the server keeps nothing. */
  TLS13_STATELESS("TLS 1.3, stateless");

  private final String text;

  Resumption(String text) {
    this.text = text;
  }

  /** Those in which a client, or a server, has something that can be ended. */
  public static List<Resumption> of(boolean client) {
    return client ? List.of(TLS12_ID, TLS12_TICKET, TLS13) : List.of(TLS12_ID, TLS13);
  }

  public boolean isTls13() {
    return this == TLS13 || this == TLS13_STATELESS;
  }

  /** Whether the server seals the session into the ticket. */
  public boolean isStateless() {
    return this == TLS12_TICKET || this == TLS13_STATELESS;
  }

  public String protocol() {
    return isTls13() ? "TLSv1.3" : "TLSv1.2";
  }

  public boolean isOn(Jdk jdk) {
    return !isStateless() || jdk.hasStatelessTickets();
  }

  @Override
  public String toString() {
    return text;
  }
}
