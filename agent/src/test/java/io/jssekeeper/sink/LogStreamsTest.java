package io.jssekeeper.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStreamsTest {
  @TempDir private Path folder;

  @Test
  void file_thatIsNotThere_isMade() throws IOException {
    Path log = folder.resolve("handshakes.log");
    write(log, "one\n");

    assertThat(log).hasContent("one\n");
  }

  @Test
  void file_thatIsThere_isAppendedTo() throws IOException {
    Path log = folder.resolve("handshakes.log");
    Files.writeString(log, "of yesterday\n");
    write(log, "one\n");
    write(log, "two\n");

    assertThat(log).hasContent("of yesterday\none\ntwo\n");
  }

  @Test
  void file_ofTwoWritersAtOnce_losesNothing() throws IOException {
    Path log = folder.resolve("handshakes.log");
    try (OutputStream one = LogStreams.file(log);
        OutputStream other = LogStreams.file(log)) {
      one.write(bytes("one\n"));
      other.write(bytes("two\n"));
      one.write(bytes("three\n"));
    }

    assertThat(log).hasContent("one\ntwo\nthree\n");
  }

  /** An interrupt closes an ordinary channel for good. */
  @Test
  void file_whenTheWriterIsInterrupted_staysOpen() throws IOException {
    Path log = folder.resolve("handshakes.log");
    try (OutputStream out = LogStreams.file(log)) {
      Thread.currentThread().interrupt();
      out.write(bytes("one\n"));
      assertThat(Thread.interrupted()).isTrue();
      out.write(bytes("two\n"));
    }

    assertThat(log).hasContent("one\ntwo\n");
  }

  @Test
  void file_inAFolderThatIsNotThere_throws() {
    assertThatThrownBy(() -> LogStreams.file(folder.resolve("none").resolve("handshakes.log")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private static void write(Path log, String text) throws IOException {
    try (OutputStream out = LogStreams.file(log)) {
      out.write(bytes(text));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
