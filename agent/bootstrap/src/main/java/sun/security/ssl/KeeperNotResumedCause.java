package sun.security.ssl;

/** Why a session that exists, or once existed, is not resumed on a connection. */
public enum KeeperNotResumedCause {
  /** Its time is over. */
  EXPIRED,
  /** There was no room for it. */
  EVICTED,
  /** The garbage collector took it. */
  COLLECTED,
  /** It has ended. */
  ENDED,
  /** The peer has declined it on another connection, and JSSE has ended it for that. */
  DECLINED_BEFORE,
  /** It is a TLS 1.3 ticket that was used already. */
  USED,
  /** As {@link #USED}; and the peer has never given more tickets than are kept. */
  USED_ALL_GIVEN,
  /** As {@link #USED}; and the peer has given more tickets than are kept. */
  USED_ALL_KEPT,
  /** The peer has given nothing that can be resumed. */
  NOTHING_GIVEN,
  /** What the peer was offered has failed, and nothing more is offered for a while. */
  SET_ASIDE,
  /** Its protocol version, or the way of using a TLS 1.3 ticket, is not that of the connection. */
  PROTOCOL,
  /** Its cipher suite, or its signature algorithms, are not for the connection. */
  CIPHER,
  /** Endpoint identification, or the server's own certificate, is not as it was. */
  IDENTITY,
  /** The client asks for another host name. */
  SERVER_NAME,
  /** It has no extended master secret (RFC 7627). */
  MASTER_SECRET,
  /** The server now requires the client's certificate, and has none of it. */
  CLIENT_AUTH,
  /** Resumption in this way is switched off. */
  OFF,
  /** The server keeps it by its id, and looks at tickets only, since the client can do these. */
  TICKETS_ONLY,
  /** Another context of this JVM has it. */
  HELD_ELSEWHERE,
  /** Another context of this JVM has sealed the ticket. */
  SEALED_ELSEWHERE,
  /** The ticket was sealed by a key that no shared secret gives. */
  OTHER_SECRET,
  /** The ticket was sealed by a JDK with another ticket format. */
  OTHER_JDK,
  /** The ticket was sealed for another certificate. */
  OTHER_CERTIFICATE,
  /** The ticket was sealed by a shared key whose time is over. */
  EXPIRED_KEY,
  /** A certificate of the peer that it was verified by has expired. */
  CERTIFICATE,
  /** Of the peer's FTPS control connections none is open, and for that connection. */
  NO_CONTROL_CONNECTION
}
