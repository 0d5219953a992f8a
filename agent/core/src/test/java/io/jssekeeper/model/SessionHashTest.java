package io.jssekeeper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionHashTest {
  /** Test vectors of FIPS 180-2, appendix B, and the product's own example. */
  @Test
  void of_anId_isTheBeginningOfItsSha256() {
    assertThat(hash("abc")).isEqualTo("ba7816bf8f01cfea");
    assertThat(hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
        .isEqualTo("248d6a61d20638b8");
    assertThat(hash("test")).isEqualTo("9f86d081884c7d65");
  }

  @Test
  void of_noId_isNull() {
    assertThat(SessionHash.of(new byte[0])).isNull();
    assertThat(SessionHash.of(null)).isNull();
  }

  @Test
  void text_ofShownBytes_hasLeadingZeros() {
    assertThat(SessionHash.text(0x0123L)).isEqualTo("0000000000000123");
    assertThat(SessionHash.text(SessionHash.NONE)).isNull();
  }

  @Test
  void of_anId_doesNotShowTheId() {
    byte[] id = {0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11};

    assertThat(SessionHash.of(id)).matches("[0-9a-f]{16}").isNotEqualTo("0a0b0c0d0e0f1011");
  }

  @Test
  void of_anId_leavesNothingOfItInTheDigest() throws Exception {
    byte[] id = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    SessionHash.of(id);

    int idle = 0;
    for (int place = 0; place < SessionHash.IDLE_ONES.length(); place++) {
      SessionHash.Sha256 one = SessionHash.IDLE_ONES.get(place);
      if (one != null) {
        idle++;
        assertThat(one.digest.getProvider().getName()).isEqualTo("SUN");
        assertThat(buffer(one.digest)).hasSize(64).containsOnly(0);
      }
    }
    assertThat(idle).isPositive();
  }

  /** It may be one of very many virtual ones, or outlive the keeper. */
  @Test
  void of_anId_leavesNothingToTheThread() throws Exception {
    AtomicReference<Object> locals = new AtomicReference<>();
    Thread fresh =
        new Thread(
            () -> {
              SessionHash.of(new byte[] {1});
              try {
                locals.set(read(Thread.class, "threadLocals", Thread.currentThread()));
              } catch (ReflectiveOperationException e) {
                locals.set(e);
              }
            });
    fresh.start();
    fresh.join();

    assertThat(locals).hasValue(null);
  }

  @Test
  void of_manyIdsAtOnce_areTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2 * SessionHash.IDLE_ONES.length());
    try {
      List<Future<String>> hashes = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        hashes.add(threads.submit(() -> hash("abc") + hash("test")));
      }
      for (Future<String> each : hashes) {
        assertThat(each.get()).isEqualTo("ba7816bf8f01cfea9f86d081884c7d65");
      }
    } finally {
      threads.shutdown();
    }
  }

  /** The digest's implementation, read through its fields, which the tests' JVM opens. */
  private static byte[] buffer(MessageDigest digest) throws ReflectiveOperationException {
    Class<?> delegate = Class.forName("java.security.MessageDigest$Delegate");
    Object spi = read(delegate, "digestSpi", digest);
    return (byte[]) read(Class.forName("sun.security.provider.DigestBase"), "buffer", spi);
  }

  private static Object read(Class<?> owner, String name, Object of)
      throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }

  private static String hash(String id) {
    return SessionHash.of(id.getBytes(StandardCharsets.US_ASCII));
  }
}
