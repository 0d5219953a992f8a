package io.jssekeeper.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.store.SessionAttributes.SharedBytes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class CertificateSizesTest {
  private final CertificateSizes heap = new CertificateSizes();
  private final List<X509Certificate> some = some();

  @Test
  void hold_aCertificateOfManySessions_countsOnce() {
    SharedBytes one = of(some.get(0));
    SharedBytes other = of(some.get(0));
    int bytes = one.hold();

    assertThat(bytes).isGreaterThan(some.get(0).getSigAlgName().length());
    assertThat(other.hold()).isZero();
    assertThat(one.release()).isZero();
    assertThat(other.release()).isEqualTo(bytes);
  }

  @Test
  void hold_chainsWithACertificateInCommon_countsItOnce() {
    int first = of(some.get(0)).hold();
    int second = of(some.get(1)).hold();
    of(some.get(0)).release();
    of(some.get(1)).release();

    SharedBytes both = of(some.get(0), some.get(1));
    assertThat(both.hold()).isEqualTo(first + second);
    assertThat(of(some.get(2), some.get(1)).hold()).isEqualTo(of(some.get(2)).release());
    assertThat(both.release()).isEqualTo(first);
  }

  @Test
  void of_theSameChainAgain_isOneObject() {
    assertThat(of(some.get(0), some.get(1))).isSameAs(of(some.get(0), some.get(1)));
    assertThat(of(some.get(0))).isSameAs(of(some.get(0)));
    assertThat(of(some.get(0), some.get(2))).isNotSameAs(of(some.get(0), some.get(1)));
    assertThat(of()).isSameAs(SharedBytes.NONE);
  }

  private SharedBytes of(X509Certificate... chain) {
    return heap.of(chain);
  }

  /** Certificates included in every JDK. */
  private static List<X509Certificate> some() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      X509TrustManager trusts = (X509TrustManager) factory.getTrustManagers()[0];
      List<X509Certificate> all = new ArrayList<>();
      Collections.addAll(all, trusts.getAcceptedIssuers());
      return all.subList(0, 3);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
