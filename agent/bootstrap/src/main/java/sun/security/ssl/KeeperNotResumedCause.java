package sun.security.ssl;

/** Why a session that exists, or once existed, is not resumed on a connection. */
public enum KeeperNotResumedCause {
  /** It has expired. */
  EXPIRED,
  /** There was no room for it. */
  EVICTED,
  /** The garbage collector took it. */
  COLLECTED,
  /** It has ended. */
  ENDED,
  /** The peer declined it on another connection, and JSSE has ended it for that reason. */
  DECLINED_BEFORE,
  /** It is a TLS 1.3 ticket that has already been used. */
  USED,
  /** As {@link #USED}; and the peer has never issued more tickets than are kept. */
  USED_ALL_GIVEN,
  /** As {@link #USED}; and the peer has issued more tickets than are kept. */
  USED_ALL_KEPT,
  /** The peer has issued nothing that can be resumed. */
  NOTHING_GIVEN,
  /** An offer to the peer has failed, and nothing more is offered for a while. */
  SET_ASIDE,
  /** Its protocol version, or its way of using a TLS 1.3 ticket, differs from the connection's. */
  PROTOCOL,
  /** Its cipher suite, or its signature algorithms, are not allowed on the connection. */
  CIPHER,
  /** Endpoint identification, or the server's own certificate, has changed. */
  IDENTITY,
  /** The client requests another host name. */
  SERVER_NAME,
  /** It has no extended master secret (RFC 7627). */
  MASTER_SECRET,
  /** The server now requires the client's certificate, and the session has none. */
  CLIENT_AUTH,
  /** This kind of resumption is switched off. */
  OFF,
  /** The server has it by its id, but looks at tickets only, since the client supports these. */
  TICKETS_ONLY,
  /** Another context of this JVM has it. */
  HELD_ELSEWHERE,
  /** Another context of this JVM has sealed the ticket. */
  SEALED_ELSEWHERE,
  /** The ticket was sealed by a key that no shared secret yields. */
  OTHER_SECRET,
  /** The ticket was sealed by a JDK with another ticket format. */
  OTHER_JDK,
  /** The ticket was sealed for another certificate. */
  OTHER_CERTIFICATE,
  /** The ticket was sealed by a shared key that has expired. */
  EXPIRED_KEY,
  /** A peer certificate that it was verified by has expired. */
  CERTIFICATE,
  /** None of the peer's FTPS control connections is open and matches that connection. */
  NO_CONTROL_CONNECTION
}
