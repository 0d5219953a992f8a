package io.jssekeeper.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages that cannot be parsed; real servers' messages are in ProbeIT. */
class ServerHandshakeTest {
  @Test
  void read_anyBytes_findsNoHello() {
    Random random = new Random(1);
    for (int length = 0; length < 2_000; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      ServerHandshake server = new ServerHandshake(bytes);
      assertThat(server.isResumed()).isFalse();
      assertThat(server.isRetried()).isFalse();
    }
  }

  @Test
  void read_truncatedHello_neverThrows() {
    byte[] hello = hello12();
    assertThat(new ServerHandshake(hello).isResumed()).isTrue();
    for (int length = 0; length < hello.length; length++) {
      assertThat(new ServerHandshake(Arrays.copyOf(hello, length)).isResumed()).isFalse();
    }
  }

  @Test
  void hello_withoutExtensions_isOfASessionWithId() {
    ServerHandshake server = new ServerHandshake(hello12());

    assertThat(server.hasSessionId()).isTrue();
    assertThat(server.hasExtendedMasterSecret()).isFalse();
    assertThat(server.ticketBytes()).isZero();
  }

  /**
   * A record with one ServerHello of TLS 1.2 (RFC 5246 7.4.1.3): an id of 32 bytes, and nothing
   * else.
   */
  private static byte[] hello12() {
    int body = 2 + 32 + 1 + 32 + 2 + 1;
    byte[] record = new byte[5 + 4 + body];
    record[0] = 22;
    record[1] = 3;
    record[2] = 3;
    record[4] = (byte) (4 + body);
    record[5] = 2;
    record[8] = (byte) body;
    record[9] = 3;
    record[10] = 3;
    record[5 + 4 + 2 + 32] = 32;
    return record;
  }
}
