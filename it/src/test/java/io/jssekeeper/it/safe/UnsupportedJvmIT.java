package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.JdkTool;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is too old for the keeper still starts with its jar. */
final class UnsupportedJvmIT {
  private static final String PROGRAM =
      "public class Program { public static void main(String[] words) {"
          + " System.out.println(\"runs\"); } }";

  @TempDir private Path folder;
  private JdkTool plain;
  private JdkTool withAgent;

  @BeforeEach
  void find() {
    Optional<Path> home = JdkTool.homeOf8();
    if (home.isEmpty()) {
      System.out.println("skipped: no JDK 8 beside the others; -Dit.jdk8=HOME");
    }
    Assumptions.assumeTrue(home.isPresent(), "no JDK 8");
    plain = JdkTool.of(home.get());
    withAgent = plain.withAgentEverywhere("sweep=1s");
  }

  @Test
  void java8_withTheAgent_saysOneLineAndRuns() throws IOException {
    Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    assertThat(plain.run("javac", source).status()).isZero();

    KeeperCommand.Outcome outcome = withAgent.run("java", "-cp", folder, "Program");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out()).containsExactly("runs");
    assertThat(outcome.err().stream().filter(line -> !line.startsWith("Picked up ")))
        .containsExactly(
            "jsse-keeper: the keeper is off, and the application runs without it: this JVM is Java"
                + " 1.8, and it needs 11 or later");
  }

  @Test
  void toolOfJava8_withTheAgent_saysNothing() {
    KeeperCommand.Outcome outcome = withAgent.run("keytool", "-help");

    assertThat(outcome.err().stream().filter(line -> line.startsWith("jsse-keeper"))).isEmpty();
    assertThat(outcome.out()).isEqualTo(plain.run("keytool", "-help").out());
  }

  @Test
  void commandLine_onJava8_saysWhatItNeeds() {
    KeeperCommand.Outcome outcome = plain.run("java", "-jar", Settings.agentJar(), "list");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .containsExactly("jsse-keeper: this is Java 1.8: run the command with 11 or later");
  }
}
