package io.jssekeeper.it.recorded;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cases, and the sessions they use. Of both sides' reasons the server's is first.
 *
 * <p>{@code collect} drops closed sockets, which with their finalizers hold sessions, so that
 * {@code fill} finds these held by nothing else.
 */
final class ReasonCases {
  static final String TLS12 = "protocols=TLSv1.2";
  static final String TLS13 = "protocols=TLSv1.3";
  private static final String BOTH = "protocols=TLSv1.3,TLSv1.2";
  private static final String OTHER_CIPHER =
      "ciphers=TLS_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";

  static final ReasonCase SNI_MISMATCH =
      ReasonCase.of(
          "sni-mismatch", "declined", "client connect", "server serve sni=.*", "client connect");

  /** The client offers its session, and the server declines it. */
  static final List<ReasonCase> REFUSED =
      List.of(
          ReasonCase.of(
              "client-auth",
              "declined",
              "client connect",
              "server serve auth=need",
              "client connect"),
          ReasonCase.of(
              "cipher-mismatch",
              "declined",
              "client connect",
              "server serve " + OTHER_CIPHER,
              "client connect"),
          ReasonCase.of(
              "identity-mismatch",
              "declined",
              "client connect",
              "server serve identify=HTTPS",
              "client connect"));

  /** The client offers none. */
  static final List<ReasonCase> NOT_OFFERED =
      List.of(
          ReasonCase.of("not-offered", "first-contact", "client connect"),
          ReasonCase.of(
              "not-offered", "first-contact", "client connect", "client renew", "client connect"),
          ReasonCase.of(
              "not-offered",
              "collected",
              "client connect",
              "client collect",
              "client fill",
              "client connect"),
          ReasonCase.of(
              "not-offered", "cipher-mismatch", "client connect", "client connect " + OTHER_CIPHER),
          ReasonCase.of(
              "not-offered",
              "identity-mismatch",
              "client connect",
              "client connect identify=HTTPS"),
          ReasonCase.of(
              "not-offered",
              "evicted",
              "client connect",
              "client capacity sessions=1",
              "client connect host=other.example",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "invalidated",
              "client open page=yes",
              "client invalidate",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "resumption-failed",
              "client connect",
              "client vain breaks=read",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "caching-off",
              "client connect",
              "client connect kind=engine peer=none"));

  /** With more than a second before the last step. */
  static final ReasonCase SERVER_EXPIRED =
      ReasonCase.of(
          "expired", "declined", "client connect", "server timeout seconds=1", "client connect");

  /** The same. */
  static final ReasonCase CLIENT_EXPIRED =
      ReasonCase.of(
          "not-offered", "expired", "client connect", "client timeout seconds=1", "client connect");

  /** If the server keeps the session itself. */
  static final List<ReasonCase> KEPT_BY_SERVER =
      List.of(
          ReasonCase.of(
              "collected",
              "declined",
              "client connect",
              "server collect",
              "server fill",
              "client connect"),
          ReasonCase.of(
              "unknown-session", "declined", "client connect", "server renew", "client connect"),
          ReasonCase.of(
              "evicted",
              "declined",
              "client connect",
              "server capacity sessions=1",
              "client connect host=other.example",
              "client connect"),
          ReasonCase.of(
              "invalidated",
              "declined",
              "client open page=yes",
              "server invalidate",
              "client close",
              "client connect"));

  /** If the session is in a ticket, and the server keeps only the ticket's key. */
  static final List<ReasonCase> KEPT_IN_TICKET =
      List.of(
          ReasonCase.of(
              "ticket-undecryptable",
              "declined",
              "client connect",
              "server renew",
              "client connect"));

  static final List<ReasonCase> OF_TLS12 =
      List.of(
          SNI_MISMATCH,
          ReasonCase.of(
              "not-offered", "protocol-mismatch", "client connect", "client connect " + TLS13),
          ReasonCase.of(
              "protocol-mismatch",
              "declined",
              "server serve " + TLS12,
              "client connect " + BOTH,
              "server serve",
              "client connect " + BOTH));

  static final List<ReasonCase> OF_TLS13 =
      List.of(
          ReasonCase.of(
              "not-offered", "protocol-mismatch", "client connect", "client connect " + TLS12),
          ReasonCase.of(
              "not-offered", "tickets-used-up", "client connect", "client open", "client connect"));

  /** If the server has neither TLS 1.3 tickets nor, in TLS 1.2, an extended master secret. */
  static final List<ReasonCase> ODD_SERVER =
      List.of(
          ReasonCase.of(
              "not-offered",
              "ems-mismatch",
              "client connect protocols=TLSv1.2",
              "client connect protocols=TLSv1.2"),
          ReasonCase.of(
              "caching-off",
              "not-resumable",
              "client connect protocols=TLSv1.3",
              "client connect protocols=TLSv1.3"));

  /** If only the client does not support the extended master secret. */
  static final List<ReasonCase> ODD_CLIENT =
      List.of(ReasonCase.of("ems-mismatch", "declined", "client connect", "client connect"));

  /** If the caches are JSSE's own, and only observed. */
  static final List<ReasonCase> OBSERVED =
      List.of(
          ReasonCase.of("not-offered", "first-contact", "client connect"),
          ReasonCase.of(
              "collected",
              "declined",
              "client connect protocols=TLSv1.2",
              "server collect",
              "server fill",
              "client connect protocols=TLSv1.2"),
          ReasonCase.of(
              "not-offered",
              "collected",
              "client connect",
              "client collect",
              "client fill",
              "client connect"),
          ReasonCase.of(
              "invalidated",
              "declined",
              "client open page=yes protocols=TLSv1.2",
              "server invalidate",
              "client close",
              "client connect protocols=TLSv1.2"),
          ReasonCase.of(
              "not-offered",
              "invalidated",
              "client open page=yes",
              "client invalidate",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "cipher-mismatch",
              "client connect",
              "client connect " + OTHER_CIPHER));

  private ReasonCases() {}

  static Stream<ReasonCase> all() {
    Stream<ReasonCase> alone = Stream.of(SNI_MISMATCH, SERVER_EXPIRED, CLIENT_EXPIRED);
    return Stream.concat(
        alone,
        Stream.of(
                REFUSED,
                NOT_OFFERED,
                KEPT_BY_SERVER,
                KEPT_IN_TICKET,
                OF_TLS12,
                OF_TLS13,
                ODD_SERVER,
                ODD_CLIENT,
                OBSERVED)
            .flatMap(List::stream));
  }
}
