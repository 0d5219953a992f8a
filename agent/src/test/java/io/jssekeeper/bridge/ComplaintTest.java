package io.jssekeeper.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class ComplaintTest {
  @Test
  void of_diagnosticAndCause_saysBoth() {
    assertThat(Complaint.of("problem unwrapping net record", new SSLException("no TLS")))
        .isEqualTo("problem unwrapping net record: no TLS");
  }

  @Test
  void causesOfCauses_arePrintedOnceEach() {
    SSLException cause = new SSLException("Remote host terminated the handshake");
    cause.initCause(new EOFException("SSL peer shut down incorrectly"));

    assertThat(Complaint.of(null, cause))
        .isEqualTo("Remote host terminated the handshake: SSL peer shut down incorrectly");
    assertThat(Complaint.of(null, new SSLException("a: b", new SSLException("b"))))
        .isEqualTo("a: b");
    assertThat(Complaint.of("b", new SSLException("(code) b"))).isEqualTo("(code) b");
  }

  @Test
  void of_causeWithoutWords_namesItsKind() {
    assertThat(Complaint.of("Unexpected exception", new EOFException()))
        .isEqualTo("Unexpected exception: EOFException");
  }

  @Test
  void of_neither_isNothing() {
    assertThat(Complaint.of(null, null)).isNull();
  }

  @Test
  void endlessWords_andCircles_areBounded() {
    Exception one = new Exception("x".repeat(10_000));
    Exception other = new Exception("y", one);
    one.initCause(other);

    assertThat(Complaint.of("d", one)).hasSizeLessThanOrEqualTo(500).endsWith("...");
  }

  @Test
  void of_causeThatThrows_namesItsKind() {
    assertThat(Complaint.of(null, new Hostile())).isEqualTo("Hostile");
  }

  private static final class Hostile extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException();
    }
  }
}
