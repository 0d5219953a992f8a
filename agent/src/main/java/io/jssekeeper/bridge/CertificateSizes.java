package io.jssekeeper.bridge;

import io.jssekeeper.store.SessionAttributes.SharedBytes;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The certificates that one store's sessions hold: each counts once, however many sessions share
 * it. Thread-safe; keeps no certificate alive.
 */
final class CertificateSizes {
  /** Memory of a parsed certificate besides its encoding. */
  private static final int PARSED_BYTES = 4_400;

  private final Map<X509Certificate, Holders> known = new WeakHashMap<>();

  /**
   * What a session with that chain shares with others.
   *
   * @param chain null if there is none
   */
  SharedBytes of(X509Certificate[] chain) {
    if (chain == null || chain.length == 0) {
      return SharedBytes.NONE;
    }
    if (chain.length == 1) {
      return holders(chain[0]);
    }
    Holders[] holders = new Holders[chain.length];
    for (int i = 0; i < holders.length; i++) {
      holders[i] = holders(chain[i]);
    }
    return holders[0].chain(holders);
  }

  private synchronized Holders holders(X509Certificate certificate) {
    Holders holders = known.get(certificate);
    if (holders == null) {
      holders = new Holders(PARSED_BYTES + encodedBytes(certificate));
      known.put(certificate, holders);
    }
    return holders;
  }

  private static int encodedBytes(X509Certificate certificate) {
    try {
      return certificate.getEncoded().length;
    } catch (CertificateEncodingException e) {
      return 0;
    }
  }

  /**
   * How many sessions hold one certificate strongly, and the chain that it last began: most
   * sessions have one of few chains. The count is guarded by the store's lock.
   */
  private static final class Holders implements SharedBytes {
    private final int bytes;
    private int count;
    private volatile Chain chain;

    Holders(int bytes) {
      this.bytes = bytes;
    }

    SharedBytes chain(Holders[] holders) {
      Chain known = chain;
      if (known == null || !Arrays.equals(known.certificates, holders)) {
        known = new Chain(holders);
        chain = known;
      }
      return known;
    }

    @Override
    public int hold() {
      return count++ == 0 ? bytes : 0;
    }

    @Override
    public int release() {
      return --count == 0 ? bytes : 0;
    }
  }

  private static final class Chain implements SharedBytes {
    private final Holders[] certificates;

    Chain(Holders[] certificates) {
      this.certificates = certificates;
    }

    @Override
    public int hold() {
      int added = 0;
      for (Holders certificate : certificates) {
        added += certificate.hold();
      }
      return added;
    }

    @Override
    public int release() {
      int freed = 0;
      for (Holders certificate : certificates) {
        freed += certificate.release();
      }
      return freed;
    }
  }
}
