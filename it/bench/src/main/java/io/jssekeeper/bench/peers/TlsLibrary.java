package io.jssekeeper.bench.peers;

import javax.net.ssl.SSLEngine;

/** A TLS library: makes the engines of one server, or of one client. */
interface TlsLibrary {
  /** Makes an engine of a server. */
  SSLEngine server() throws Exception;

  /**
   * Makes an engine of a client.
   *
   * @param peer what the library's session cache knows the server by, together with the port
   */
  SSLEngine client(String peer, int port) throws Exception;

  /** Frees what the library will not free by itself. */
  default void release(SSLEngine engine) {}

  /**
   * Returns a library by its name: {@code jsse}, {@code conscrypt}, {@code bouncycastle} or {@code
   * tcnative}.
   */
  static TlsLibrary named(String name, Identity identity, CountingTrust trust) throws Exception {
    switch (name) {
      case "tcnative":
        return new TcnativeLibrary(identity, trust);
      case "conscrypt":
        return ProviderLibrary.conscrypt(identity, trust);
      case "bouncycastle":
        return ProviderLibrary.bouncyCastle(identity, trust);
      case "jsse":
        return ProviderLibrary.jsse(identity, trust);
      default:
        throw new IllegalArgumentException(name);
    }
  }
}
