package io.jssekeeper.bridge;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Failure;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import sun.security.ssl.KeeperFailure;

/** The word for a failure: from JSSE's exception or message, else from the alert. */
public final class FailureWords {
  /** Messages of {@code ServerHello}, {@code CertificateMessage} and {@code HandshakeContext}. */
  private static final String NO_CIPHER = "no cipher suites in common";

  private static final String NO_CERTIFICATE = "Empty client certificate chain";

  private FailureWords() {}

  /**
   * @param detail the likely cause, or null
   */
  public static Failure of(KeeperFailure failure, Detail detail) {
    if (detail == Detail.PLAIN_HTTP || detail == Detail.NOT_TLS) {
      return Failure.NOT_TLS;
    }
    Failure thrown = ofCertificate(failure.cause());
    if (thrown != null) {
      return thrown;
    }
    if (Clues.has(failure.cause(), InterruptedIOException.class)) {
      return Failure.TIMEOUT;
    }
    if (detail == Detail.HUNG_UP) {
      return Failure.PEER_CLOSED;
    }
    if (Clues.has(failure.cause(), SocketException.class)) {
      return Failure.CLOSED_HERE;
    }
    Failure said = ofDiagnostic(failure.diagnostic());
    if (said != null) {
      return said;
    }
    Failure word = ofAlert(failure.alert());
    boolean vague = word == Failure.PROTOCOL_ERROR || word == Failure.UNKNOWN;
    return vague && detail == Detail.UNTRUSTED_CERTIFICATE ? Failure.CERTIFICATE_UNTRUSTED : word;
  }

  private static Failure ofCertificate(Throwable cause) {
    if (Clues.has(cause, CertificateExpiredException.class)) {
      return Failure.CERTIFICATE_EXPIRED;
    }
    if (Clues.has(cause, CertificateNotYetValidException.class)) {
      return Failure.CERTIFICATE_NOT_YET_VALID;
    }
    if (Clues.has(cause, CertificateRevokedException.class)) {
      return Failure.CERTIFICATE_REVOKED;
    }
    Throwable refused = Clues.find(cause, CertificateException.class);
    if (refused != null) {
      return isOfName(Complaint.words(refused))
          ? Failure.HOSTNAME_MISMATCH
          : Failure.CERTIFICATE_UNTRUSTED;
    }
    return Clues.has(cause, CertPathValidatorException.class)
        ? Failure.CERTIFICATE_UNTRUSTED
        : null;
  }

  /** Messages of {@code sun.security.util.HostnameChecker}, which are not translated. */
  private static boolean isOfName(String message) {
    return message.startsWith("No subject alternative")
        || message.startsWith("No name matching")
        || message.startsWith("Illegal given domain name");
  }

  private static Failure ofDiagnostic(String diagnostic) {
    if (diagnostic == null) {
      return null;
    }
    if (diagnostic.startsWith(NO_CIPHER)) {
      return Failure.NO_COMMON_CIPHER;
    }
    return diagnostic.startsWith(NO_CERTIFICATE) ? Failure.CERTIFICATE_MISSING : null;
  }

  /**
   * By its name as in RFC 8446 section 6.2 and RFC 5246 section 7.2.
   *
   * @param alert null if there is none
   */
  static Failure ofAlert(String alert) {
    switch (alert == null ? "" : alert) {
      case "certificate_expired":
        return Failure.CERTIFICATE_EXPIRED;
      case "certificate_revoked":
        return Failure.CERTIFICATE_REVOKED;
      case "certificate_required":
      case "no_certificate":
        return Failure.CERTIFICATE_MISSING;
      case "unknown_ca":
      case "certificate_unknown":
      case "bad_certificate":
      case "unsupported_certificate":
      case "bad_certificate_status_response":
        return Failure.CERTIFICATE_UNTRUSTED;
      case "protocol_version":
      case "inappropriate_fallback":
        return Failure.PROTOCOL_VERSION;
      case "no_application_protocol":
        return Failure.NO_COMMON_APPLICATION_PROTOCOL;
      case "unrecognized_name":
        return Failure.UNRECOGNIZED_NAME;
      case "handshake_failure":
      case "insufficient_security":
      case "missing_extension":
      case "unsupported_extension":
        return Failure.NO_COMMON_PARAMETERS;
      case "internal_error":
        return Failure.INTERNAL_ERROR;
      case "unexpected_message":
      case "bad_record_mac":
      case "record_overflow":
      case "illegal_parameter":
      case "decode_error":
      case "decrypt_error":
      case "decryption_failed":
      case "decompression_failure":
        return Failure.PROTOCOL_ERROR;
      case "user_canceled":
      case "close_notify":
        return Failure.PEER_CLOSED;
      default:
        return Failure.UNKNOWN;
    }
  }
}
