package io.jssekeeper.log;

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

  @Test
  void file_movedAwayWhileOpen_isCreatedAgain() throws IOException {
    Path log = folder.resolve("handshakes.log");
    Path rotated = folder.resolve("handshakes.log.1");
    try (OutputStream out = LogStreams.file(log)) {
      out.write(bytes("one\n"));
      Files.move(log, rotated);
      out.write(bytes("two\n"));
    }

    assertThat(rotated).hasContent("one\n");
    assertThat(log).hasContent("two\n");
  }

  @Test
  void file_replacedWhileOpen_isTheNewOne() throws IOException {
    Path log = folder.resolve("handshakes.log");
    try (OutputStream out = LogStreams.file(log)) {
      out.write(bytes("one\n"));
      Files.delete(log);
      Files.writeString(log, "of another program\n");
      out.write(bytes("two\n"));
    }

    assertThat(log).hasContent("of another program\ntwo\n");
  }

  /** A missing folder is an error now, and none once the folder is back. */
  @Test
  void file_whoseFolderIsGone_isTriedAgainWithEachWrite() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("logs"));
    Path log = inner.resolve("handshakes.log");
    try (OutputStream out = LogStreams.file(log)) {
      Files.delete(log);
      Files.delete(inner);
      assertThatThrownBy(() -> out.write(bytes("lost\n"))).isInstanceOf(IOException.class);
      Files.createDirectory(inner);
      out.write(bytes("one\n"));
    }

    assertThat(log).hasContent("one\n");
  }

  /** An interrupt closes an ordinary channel permanently. */
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
