package io.jssekeeper.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final String ADVICE = "look for a restart, or a load balancer";

  @Test
  void wrappedText_thatFits_isOneLine() {
    assertThat(printed(Screen.UNLIMITED))
        .containsExactly("REASON   FULL  WHAT TO DO", "expired     7  " + ADVICE);
  }

  @Test
  void wrappedText_thatDoesNotFit_goesOnBelowAndLosesNothing() {
    assertThat(printed(40))
        .containsExactly(
            "REASON   FULL  WHAT TO DO",
            "expired     7  look for a restart, or a",
            "               load balancer");
  }

  @Test
  void wrappedText_onALineThatIsTooShortForIt_isCut() {
    assertThat(printed(20)).allMatch(line -> line.length() <= 20).anyMatch(l -> l.endsWith(".."));
  }

  @Test
  void wrappedText_withoutBlanks_isBrokenWhereTheLineEnds() {
    assertThat(printed(31, "x".repeat(20)))
        .endsWith("expired     7  " + "x".repeat(16), "               xxxx");
  }

  @Test
  void text_ofManyRows_isEachRowsOwnAndWithoutWhatATerminalObeys() {
    assertThat(printed(Screen.UNLIMITED, "a", "a", "", null, null, "b\u001b[2J", "a"))
        .extracting(line -> line.replaceFirst("expired +7  ", ""))
        .containsExactly("REASON   FULL  WHAT TO DO", "a", "a", "-", "-", "-", "b?[2J", "a");
  }

  private static List<String> printed(int width) {
    return printed(width, ADVICE);
  }

  private static List<String> printed(int width, String... advice) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new Table<String>()
        .text("REASON", row -> "expired")
        .number("FULL", row -> "7")
        .wrappedText("WHAT TO DO", row -> row)
        .print(Arrays.asList(advice), new Screen(out, out, width, false));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
