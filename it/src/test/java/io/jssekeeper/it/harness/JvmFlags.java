package io.jssekeeper.it.harness;

/** JVM flags that several tests set; those ending in {@code =} take a value. */
public final class JvmFlags {
  /** A server keeps its sessions, and seals none into a ticket. */
  public static final String NO_STATELESS_TICKETS =
      "-Djdk.tls.server.enableSessionTicketExtension=false";

  /** How many seconds a key of stateless tickets seals. */
  public static final String TICKET_KEY_SECONDS = "-Djdk.tls.server.statelessKeyTimeout=";

  /** How many TLS 1.3 tickets a server sends after a handshake. */
  public static final String TICKETS_SENT = "-Djdk.tls.server.newSessionTicketCount=";

  /** The end of a stream without {@code close_notify} is an error. */
  public static final String REQUIRE_CLOSE_NOTIFY = "-Dcom.sun.net.ssl.requireCloseNotify=true";

  /** The next collection clears soft references. */
  public static final String CLEAR_SOFT_REFERENCES = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private JvmFlags() {}
}
