package io.jssekeeper.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void values_ofEachKind_areReadAsWritten() throws IOException {
    Object value =
        Arrays.asList(
            null,
            "text \u00e4\u4e2d",
            7,
            8L,
            1.5,
            true,
            List.of("nested", List.of()),
            Map.of("key", Map.of("other", 1)));

    assertThat(read(written(value))).isEqualTo(value);
  }

  @Test
  void arrays_areReadAsWritten_withRepeatedTextsWrittenOnce() throws IOException {
    String[] ciphers = new String[20_000];
    String[] peers = new String[20_000];
    for (int i = 0; i < ciphers.length; i++) {
      ciphers[i] = "TLS_AES_" + i % 3 + "_GCM_SHA384";
      peers[i] = "host-" + i % 700 + ":443";
    }

    assertThat(written(ciphers)).hasSizeLessThan(2 * ciphers.length + 200);
    assertThat(read(written(ciphers))).isEqualTo(ciphers);
    assertThat(read(written(peers))).isEqualTo(peers);
    assertThat(read(written(new int[] {1, -2}))).isEqualTo(new int[] {1, -2});
    assertThat(read(written(new long[] {1L << 40}))).isEqualTo(new long[] {1L << 40});
  }

  @Test
  void values_ofNoKind_areNotWritten() {
    assertThatThrownBy(() -> written(new Object())).isInstanceOf(IllegalArgumentException.class);
  }

  /** Another process may have written anything. */
  @Test
  void bytes_ofAnyKind_giveAValueOrAnIoException() {
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = (byte) "ntildbTIL[{".charAt(random.nextInt(11));
      }
      try {
        read(bytes);
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void bytes_nestedWithoutEnd_areRefused() {
    ByteBuffer nested = ByteBuffer.allocate(50_000);
    while (nested.remaining() > Integer.BYTES) {
      nested.put((byte) ValueWriter.LIST).putInt(1);
    }

    assertThatThrownBy(() -> read(nested.array())).isInstanceOf(IOException.class);
  }

  @Test
  void question_isReadAsWritten_andIsWholeAtItsEndOnly() throws IOException {
    byte[] bytes = new Question(ID, "sessionColumns", List.of("client", 3L)).bytes();
    Question question = Question.of(bytes);

    assertThat(question.id()).isEqualTo(ID);
    assertThat(question.name()).isEqualTo("sessionColumns");
    assertThat(question.arguments()).containsExactly("client", 3L);
    for (int length = 0; length <= bytes.length; length++) {
      assertThat(Question.isWhole(Arrays.copyOf(bytes, length))).isEqualTo(length == bytes.length);
    }
  }

  @Test
  void question_thatIsNone_isRefused() throws IOException {
    byte[] other = new Question(ID, "x", List.of()).bytes();
    other[Integer.BYTES] = 99;
    byte[] path = new Question("../../../../../../../../../../x/", "x", List.of()).bytes();

    for (byte[] bytes : List.of(other, path, new byte[8])) {
      assertThatThrownBy(() -> Question.of(bytes)).isInstanceOf(IOException.class);
    }
    List<Object> many = new ArrayList<>(Collections.nCopies(100, "argument"));
    assertThat(Question.of(new Question(ID, "x", many).bytes()).arguments()).isEqualTo(many);
  }

  private static byte[] written(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ValueWriter(new DataOutputStream(bytes)).write(value);
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException {
    return new ValueReader(
            new DataInputStream(new ByteArrayInputStream(bytes)), Math.max(1, bytes.length))
        .read();
  }
}
