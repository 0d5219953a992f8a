package io.jssekeeper.it.harness;

import java.util.stream.Stream;

/**
 * One way of using TLS.
 *
 * @param kind {@code socket} or {@code engine}
 * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
 * @param tickets whether stateless tickets are on; otherwise the server keeps the sessions
 */
public record Variant(String kind, String protocol, boolean tickets) {
  private static final String[] TICKETS_OFF = {
    JvmFlags.NO_STATELESS_TICKETS, "-Djdk.tls.client.enableSessionTicketExtension=false"
  };

  public static Stream<Variant> all() {
    return Stream.of("socket", "engine")
        .flatMap(
            kind ->
                Stream.of("TLSv1.2", "TLSv1.3")
                    .flatMap(
                        protocol ->
                            Stream.of(true, false)
                                .map(tickets -> new Variant(kind, protocol, tickets))));
  }

  /** Two that have nothing in common. */
  public static Stream<Variant> few() {
    return Stream.of(
        new Variant("socket", "TLSv1.3", true), new Variant("engine", "TLSv1.2", false));
  }

  public Fork in(Fork fork) {
    return fork.flags(flags()).with("kind", kind).with("protocols", protocol);
  }

  private String[] flags() {
    return tickets ? new String[0] : TICKETS_OFF.clone();
  }

  public boolean isById(Jdk jdk) {
    return protocol.equals("TLSv1.2") && !(tickets && jdk.hasStatelessTickets());
  }

  /** How a record says the session was resumed. */
  public String via(Jdk jdk) {
    return isById(jdk) ? "id" : "ticket";
  }

  @Override
  public String toString() {
    return kind + " " + protocol + (tickets ? " with tickets" : " without tickets");
  }
}
