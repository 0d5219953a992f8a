package io.jssekeeper.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Security;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class LoopbackTlsTest {
  @Test
  void connection_isFullAtFirstAndThenResumed_inBothProtocols() throws Exception {
    LoopbackTls tls = new LoopbackTls(new LoopbackFiles(), () -> true);

    for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
      assertThat(tls.connect(protocol)).as(protocol).isFalse();
      assertThat(tls.connect(protocol)).as(protocol).isTrue();
    }
  }

  @Test
  void session_thatWasInvalidated_isNotResumed() throws Exception {
    LoopbackTls tls = new LoopbackTls(new LoopbackFiles(), () -> true);
    tls.connect("TLSv1.2");
    tls.invalidate();

    assertThat(tls.connect("TLSv1.2")).isFalse();
  }

  @Test
  void connection_thatReadsAForgedRecord_breaksOff() throws Exception {
    LoopbackTls tls = new LoopbackTls(new LoopbackFiles(), () -> true);
    for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
      tls.connect(protocol);
      assertThat(tls.breakOff()).as(protocol).isTrue();
      assertThat(tls.giveUp(protocol)).as(protocol).isTrue();
    }
  }

  @Test
  void connection_outOfTime_fails() throws Exception {
    LoopbackTls tls = new LoopbackTls(new LoopbackFiles(), () -> false);

    assertThatThrownBy(() -> tls.connect("TLSv1.3")).isInstanceOf(SSLException.class);
  }

  @Test
  void protocol_thatThisJvmForbids_fails() throws Exception {
    LoopbackTls tls = new LoopbackTls(new LoopbackFiles(), () -> true);

    assertThat(Security.getProperty("jdk.tls.disabledAlgorithms")).contains("TLSv1.1");
    assertThatThrownBy(() -> tls.connect("TLSv1.1")).isInstanceOf(SSLException.class);
  }

  @Test
  void jvm_afterTheHandshakes_isUnchanged() throws Exception {
    SSLContext before = SSLContext.getDefault();
    List<?> providers = List.of(Security.getProviders());
    Object properties = System.getProperties().clone();
    new LoopbackTls(new LoopbackFiles(), () -> true).connect("TLSv1.3");

    assertThat(SSLContext.getDefault()).isSameAs(before);
    assertThat(List.of(Security.getProviders())).isEqualTo(providers);
    assertThat(System.getProperties()).isEqualTo(properties);
  }
}
