package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a separate JVM, whose small heap {@link SoftlyHeldProgram} fills. */
@Timeout(120)
class CollectedTest {
  @Test
  void softlyHeld_heapFilled_leaveAsCollected() throws Exception {
    assertThat(run("sweep"))
        .contains("held=50 soft=40", "left={COLLECTED=40}", "size=10 bytes=10000")
        .contains("id=COLLECTED peer=COLLECTED strong=10");
  }

  @Test
  void softlyHeld_lookedUpBeforeAnySweep_areKnownToBeCollected() throws Exception {
    assertThat(run("get")).contains("left={COLLECTED=40}", "id=COLLECTED peer=COLLECTED strong=10");
  }

  private static List<String> run(String how) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-cp", classPath()));
    command.addAll(List.of(SoftlyHeldProgram.class.getName(), how));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(output).isZero();
      return output.lines().collect(Collectors.toList());
    } finally {
      process.destroyForcibly();
    }
  }

  private static String classPath() {
    return Stream.of(SessionStore.class, SoftlyHeldProgram.class)
        .map(c -> location(c.getProtectionDomain().getCodeSource()))
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String location(CodeSource source) {
    return Path.of(URI.create(source.getLocation().toString())).toString();
  }
}
