package sun.security.ssl;

/** How a handshake failed, as JSSE reports it. Immutable. */
public final class KeeperFailure {
  private final TransportContext connection;
  private final Alert alert;
  private final String diagnostic;
  private final Throwable cause;

  KeeperFailure(TransportContext connection, Alert alert, String diagnostic, Throwable cause) {
    this.connection = connection;
    this.alert = alert;
    this.diagnostic = diagnostic;
    this.cause = cause;
  }

  /** The alert's name as in RFC 8446 section 6. */
  public String alert() {
    return alert.description;
  }

  /** Null if there is none. */
  public String diagnostic() {
    return diagnostic;
  }

  /** Null if there is none. */
  public Throwable cause() {
    return cause;
  }

  /**
   * The first bytes of the last record, if that was malformed: of a type unknown to TLS, or an
   * unencrypted alert; else null. A header has five bytes (RFC 8446 section 5.1), and an alert two;
   * no more is ever read.
   */
  public byte[] oddRecord() {
    return KeeperReceived.oddRecord(connection.inputRecord);
  }
}
