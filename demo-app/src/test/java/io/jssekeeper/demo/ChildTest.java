package io.jssekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Jdk JDK = Jdk.at(Path.of(System.getProperty("java.home")));

  @Test
  void awaitLine_processDied_failsWithItsErrors() {
    try (Child child = java("NoSuchProgram")) {
      assertThatThrownBy(() -> child.awaitLine(LIMIT))
          .isInstanceOf(DemoFailure.class)
          .hasMessageContaining("ended with exit status 1")
          .hasMessageContaining("NoSuchProgram");
    }
  }

  @Test
  void awaitEnd_processEndsWell_returnsItsOutput() {
    try (Child child = java("--version")) {
      assertThat(child.awaitEnd(LIMIT).get(0))
          .contains(Runtime.version().toString().split("\\+")[0]);
    }
  }

  private static Child java(String argument) {
    return Child.start("java", List.of(JDK.program("java"), argument));
  }
}
