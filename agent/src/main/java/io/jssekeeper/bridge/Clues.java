package io.jssekeeper.bridge;

import io.jssekeeper.model.Detail;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import sun.security.ssl.KeeperFailure;
import sun.security.ssl.KeeperHandshakeView;

/** The likely cause of a failed handshake, from JSSE's error and the last bytes received. */
public final class Clues {
  private static final int MAX_CAUSES = 8;
  private static final int ALERT_TYPE = 21;
  private static final int FIRST_TYPE = 20;
  private static final int LAST_TYPE = 24;
  private static final int ALERT_CODE = 6;

  /** RFC 8446 section 6: bad_certificate, certificate_unknown, unknown_ca. */
  private static final int[] UNTRUSTED_CODES = {42, 46, 48};

  private static final String RECEIVED = "Received fatal alert";
  private static final String[] HTTP = {
    "GET ", "POST", "HEAD", "PUT ", "DELE", "OPTI", "PATC", "TRAC", "CONN", "PRI ", "HTTP"
  };

  private Clues() {}

  /** Whether a server's connection has ended before anything arrived. */
  static boolean isUnheard(KeeperHandshakeView view) {
    return !view.isClient() && view.hasHeardNothing();
  }

  /** The same; a failure with a cause other than the transport is still a failure. */
  static boolean isUnheard(KeeperHandshakeView view, KeeperFailure failure) {
    return isUnheard(view) && isOfTransport(failure.cause());
  }

  private static boolean isOfTransport(Throwable cause) {
    return has(cause, EOFException.class)
        || has(cause, SocketException.class)
        || has(cause, InterruptedIOException.class);
  }

  /** Null if no cause is likely. */
  public static Detail of(KeeperHandshakeView view, KeeperFailure failure) {
    byte[] odd = failure.oddRecord();
    Throwable cause = failure.cause();
    if (odd != null && odd[0] != ALERT_TYPE) {
      return view.protocol() == null ? ofNoTls(odd) : null;
    }
    String diagnostic = failure.diagnostic();
    boolean isReceived = cause == null && diagnostic != null && diagnostic.startsWith(RECEIVED);
    if (isReceived) {
      return isUntrusting(failure.alert(), view.isClient()) ? Detail.UNTRUSTED_CERTIFICATE : null;
    }
    if (has(cause, CertificateException.class) || odd != null && isUntrusting(odd)) {
      return Detail.UNTRUSTED_CERTIFICATE;
    }
    return hasHungUp(cause) ? Detail.HUNG_UP : null;
  }

  /** An SSLv2 hello (RFC 5246 appendix E.2) is none of these. */
  private static Detail ofNoTls(byte[] head) {
    boolean isVersion2 = (head[0] & 0x80) != 0 && head[2] == 1;
    if (isVersion2 || head[0] >= FIRST_TYPE && head[0] <= LAST_TYPE) {
      return null;
    }
    String text = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
    for (String begins : HTTP) {
      if (text.equals(begins)) {
        return Detail.PLAIN_HTTP;
      }
    }
    return Detail.NOT_TLS;
  }

  /**
   * Some clients send bad_certificate to a server; a client may also receive it after presenting
   * none.
   */
  private static boolean isUntrusting(String alert, boolean isClient) {
    return alert.equals("unknown_ca")
        || alert.equals("certificate_unknown")
        || alert.equals("bad_certificate") && !isClient;
  }

  /**
   * An alert that is unencrypted but should be encrypted: TLS 1.3 clients that do not trust the
   * server send it so, and JSSE cannot decrypt it.
   */
  private static boolean isUntrusting(byte[] alert) {
    for (int code : UNTRUSTED_CODES) {
      if (alert.length > ALERT_CODE && alert[ALERT_CODE] == code) {
        return true;
      }
    }
    return false;
  }

  /** JSSE's and the JDK's messages are not translated; other messages are no clue. */
  private static boolean hasHungUp(Throwable cause) {
    Throwable broken = find(cause, SocketException.class);
    String message = broken == null ? null : broken.getMessage();
    return has(cause, EOFException.class)
        || message != null
            && (message.startsWith("Connection reset") || message.startsWith("Broken pipe"));
  }

  static boolean has(Throwable cause, Class<?> kind) {
    return find(cause, kind) != null;
  }

  static Throwable find(Throwable cause, Class<?> kind) {
    Throwable each = cause;
    for (int i = 0; each != null && i < MAX_CAUSES; i++) {
      if (kind.isInstance(each)) {
        return each;
      }
      each = Complaint.next(each);
    }
    return null;
  }
}
