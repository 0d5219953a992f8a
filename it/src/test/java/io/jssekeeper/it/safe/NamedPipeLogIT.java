package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A log that is a named pipe: opening it waits for a reader, and nothing else may wait. */
@OnEachJdk
final class NamedPipeLogIT {
  @Parameter Stage stage;
  @TempDir private Path folder;
  private Path pipe;

  @BeforeEach
  void make() throws Exception {
    pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
  }

  @Test
  void pipeWithALateReader_blocksNoThread_andIsWrittenToThen() throws IOException {
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("log=" + pipe)));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(server.notices())
        .singleElement()
        .asString()
        .contains(pipe.toString(), "a pipe without a reader");

    try (BufferedReader reader = Files.newBufferedReader(pipe)) {
      assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
      assertThat(reader.readLine()).startsWith("handshake=resumed");
    }
  }

  @Test
  void set_pipeWithoutAReader_isRefused() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));

    KeeperCommand.Outcome outcome = KeeperCommand.run("set", server.pid(), "log=" + pipe);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).singleElement().asString().contains("a pipe without a reader");
    Path file = folder.resolve("handshakes.log");
    assertThat(KeeperCommand.run("set", server.pid(), "log=" + file).status()).isZero();
  }
}
