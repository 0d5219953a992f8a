package io.jssekeeper.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a program answers is told from what its JVM prints. */
class LinesIT {
  private static final int SECONDS = 10;

  @Test
  void next_betweenLinesOfTheJvm_isTheProgramsLine() throws InterruptedException {
    Lines lines =
        lines(
            "",
            "[1.232s][warning][gc] GC locker is held; pre-dump GC was skipped",
            "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes",
            "done full=3",
            "[0,004s][warning][cds] a locale with a comma",
            "[::1] is no line of the JVM");

    assertThat(lines.next(SECONDS)).isEqualTo("done full=3");
    assertThat(lines.next(SECONDS)).isEqualTo("[::1] is no line of the JVM");
  }

  private static Lines lines(String... text) {
    byte[] bytes = String.join("\n", text).getBytes(StandardCharsets.UTF_8);
    return new Lines(new ByteArrayInputStream(bytes));
  }
}
