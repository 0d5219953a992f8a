package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path folder;

  @Test
  void turn_putsAFreshSecretInFront_andDropsTheOldest() throws Exception {
    Path path = folder.resolve("secrets");
    SecretFile file = new SecretFile(path);
    assertThat(file.rotate(3)).isEqualTo(1);
    List<byte[]> first = SecretFiles.read(path);
    for (int secrets : new int[] {2, 3, 3}) {
      assertThat(file.rotate(3)).isEqualTo(secrets);
    }

    List<byte[]> last = SecretFiles.read(path);
    assertThat(last).hasSize(3).doesNotContain(first.get(0));
    file.rotate(3);
    assertThat(SecretFiles.read(path).subList(1, 3)).containsExactlyElementsOf(last.subList(0, 2));
  }

  @Test
  void turn_leavesAFileForItsOwnerOnly_andNothingElse() throws Exception {
    Path path = folder.resolve("secrets");
    new SecretFile(path).rotate(4);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    new SecretFile(path).rotate(4);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("secrets");
  }

  @Test
  void turn_ofWhatItCannotRead_changesNothing() throws IOException {
    Path path = folder.resolve("secrets");
    for (byte[] content : new byte[][] {"not a secret\n".getBytes(), new byte[48]}) {
      Files.write(path, content);
      assertThatThrownBy(() -> new SecretFile(path).rotate(4))
          .isInstanceOf(UnusableSecretsException.class)
          .hasMessageStartingWith(path.toString());
      assertThat(path).hasBinaryContent(content);
    }
    assertThatThrownBy(() -> new SecretFile(folder).rotate(4)).hasMessageContaining("is a folder");
  }
}
