package io.jssekeeper.install;

import io.jssekeeper.store.SharedHeap;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The certificates that the sessions of one store hold: each counts once, however many share it.
 * Thread-safe; keeps no certificate alive.
 */
final class CertificateHeap {
  /** What a parsed certificate takes beside its encoding. */
  private static final int PARSED_BYTES = 4_400;

  private final Map<X509Certificate, Holders> known = new WeakHashMap<>();

  /**
   * What a session with that chain shares.
   *
   * @param chain null if there is none
   */
  SharedHeap of(X509Certificate[] chain) {
    if (chain == null || chain.length == 0) {
      return SharedHeap.NONE;
    }
    List<Holders> holders = new ArrayList<>(chain.length);
    for (X509Certificate certificate : chain) {
      holders.add(holders(certificate));
    }
    return new Chain(holders.toArray(new Holders[0]));
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

  /** How many sessions hold one certificate strongly. Guarded by the store's lock. */
  private static final class Holders {
    private final int bytes;
    private int count;

    Holders(int bytes) {
      this.bytes = bytes;
    }
  }

  private static final class Chain implements SharedHeap {
    private final Holders[] certificates;

    Chain(Holders[] certificates) {
      this.certificates = certificates;
    }

    @Override
    public int hold() {
      int added = 0;
      for (Holders certificate : certificates) {
        added += certificate.count++ == 0 ? certificate.bytes : 0;
      }
      return added;
    }

    @Override
    public int letGo() {
      int freed = 0;
      for (Holders certificate : certificates) {
        freed += --certificate.count == 0 ? certificate.bytes : 0;
      }
      return freed;
    }
  }
}
