package io.jssekeeper.cli.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Screen screen = screen(true);

  @AfterEach
  void end() {
    screen.end();
  }

  @Test
  void command_thatTakesLongerThanASecond_countsItsSeconds() {
    screen.begin("status 4711");

    assertThat(text(err)).isEmpty();
    await().until(() -> text(err).contains("status 4711 (1 s)"));
    screen.line("done");

    assertThat(text(err)).endsWith("\r\u001b[K");
    assertThat(text(out)).isEqualTo("done" + System.lineSeparator());
  }

  @Test
  void step_isShownAtOnce_andThenCounted() {
    screen.begin("probe");
    screen.progress("by tickets");

    assertThat(text(err)).endsWith("by tickets");
    await().until(() -> text(err).contains("by tickets (1 s)"));
    screen.progress("");
    assertThat(text(err)).endsWith("\r\u001b[K");
  }

  @Test
  void show_afterItsEnd_showsNothing() {
    screen.begin("handshakes --follow");
    screen.end();
    Screen other = screen(true);
    other.begin("other");

    await().until(() -> text(err).contains("other (1 s)"));
    other.end();
    assertThat(text(err)).doesNotContain("--follow");
  }

  @Test
  void show_withoutTerminal_showsNothing() {
    screen = screen(false);
    screen.begin("status 4711");
    screen.progress("step");
    Screen other = screen(true);
    other.begin("other");

    await().until(() -> text(err).contains("other (1 s)"));
    other.end();
    assertThat(text(err)).doesNotContain("status").doesNotContain("step");
  }

  private Screen screen(boolean isTerminal) {
    return new Screen(stream(out), stream(err), 80, isTerminal);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
