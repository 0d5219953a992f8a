package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Container;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The command reaches into a container from outside, or says what prevents it. */
@OnEachJdk
final class ContainerIT {
  private static final int PEERS = 3;
  private static final int REFUSED = 1;
  private static final int FIRST_THAT_FINDS_ALL = 21;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;
  private Container container;

  @BeforeEach
  void contain() {
    Settings.requireFull();
    container = Container.require();
  }

  @Test
  void jvm_inAContainer_isAttachedToFromOutside() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).in(container));
    ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", server.port()));
    client.ask("burst count=" + PEERS);

    assertThat(KeeperCommand.run("attach", server.pid()).status()).isZero();
    assertThat(client.ask("burst count=" + PEERS).number("resumed")).isEqualTo(PEERS);
    assertThat(KeeperCommand.run("status", server.pid()).out().get(0)).endsWith("is healthy");
    assertThat(KeeperCommand.run("list").line(" *" + server.pid() + " .*")).contains("Server");
    assertThat(KeeperCommand.run("detach", server.pid()).status()).isZero();
    assertThat(client.ask("burst count=" + PEERS).number("resumed")).isEqualTo(PEERS);
  }

  @Test
  void jar_notInTheContainer_isAskedForInOneSentence() {
    Container without = container.without(Settings.agentJar().getParent());
    ForkedJvm server = stage.start(stage.server().in(without));

    Outcome attach = KeeperCommand.run("attach", server.pid());
    assertThat(attach.status()).isEqualTo(REFUSED);
    assertThat(attach.err())
        .singleElement()
        .asString()
        .contains("cannot read " + Settings.agentJar(), "--copy", "copy the jar there");
  }

  /** Each verb, in a JVM that shares nothing with the command: network, processes, files, user. */
  @Test
  void jvmApart_isAttachedToByACopyOfTheJar_whichDetachRemoves() {
    Container apart =
        container
            .without(Settings.agentJar().getParent())
            .withItsOwnNetwork()
            .readOnly()
            .asNobody();
    ForkedJvm server = stage.start(stage.server().in(apart));
    long pid = server.pid();

    assertDone("attach", pid, "--copy", "log=off");
    assertThat(copies(pid)).hasSize(1);
    assertThat(assertDone("status", pid).out().get(0)).endsWith("is healthy");
    for (String verb : List.of("explain", "sessions", "handshakes")) {
      assertDone(verb, pid);
    }
    assertDone("set", pid, "server.timeout=8h");
    assertDone("invalidate", pid, "--all");
    assertDone("detach", pid);
    assertThat(copies(pid)).isEmpty();
    assertDone("attach", pid, "--copy");
    assertDone("detach", pid);
    assertThat(copies(pid)).isEmpty();
  }

  /** The command in a container beside it, such as an ephemeral one. */
  @Test
  void jvmOutside_isAttachedToFromAContainer_orTheSentenceSaysWhatTo() {
    ForkedJvm server = stage.start(stage.server());
    List<String> inside = Container.ownTmp();
    Outcome attach =
        KeeperCommand.by(inside, stage.jdk(), Settings.agentJar(), "attach", server.pid());

    if (attach.status() == 0) {
      for (String verb : List.of("status", "detach")) {
        Outcome outcome =
            KeeperCommand.by(inside, stage.jdk(), Settings.agentJar(), verb, server.pid());
        assertThat(outcome.status()).as("%s", outcome).isZero();
      }
    } else {
      assertThat(stage.jdk().feature()).as("%s", attach).isLessThan(FIRST_THAT_FINDS_ALL);
      assertThat(attach.err())
          .singleElement()
          .asString()
          .contains("in another container", "JDK 21 or later", "nsenter -t " + server.pid());
    }
  }

  /** A JVM with a capability of its own hides its root folder from its own user. */
  @Test
  void jvm_withACapability_isNotTakenForAContainer() throws Exception {
    ForkedJvm server = stage.start(stage.server().by(Container.withACapability()));
    Path jar = Files.createTempDirectory("jsse-keeper-it").resolve("jsse-keeper.jar");
    Files.copy(Settings.agentJar(), jar);
    Files.setPosixFilePermissions(jar.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));

    for (String verb : List.of("attach", "status", "detach")) {
      Outcome outcome =
          KeeperCommand.by(Container.asNobodyHere(), stage.jdk(), jar, verb, server.pid());
      assertThat(outcome.status()).as("%s", outcome).isZero();
    }
    Files.delete(jar);
    Files.delete(jar.getParent());
  }

  private static Outcome assertDone(Object... words) {
    Outcome outcome = KeeperCommand.run(words);
    assertThat(outcome.status()).as("%s", outcome).isZero();
    return outcome;
  }

  private static List<Path> copies(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/root/tmp"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
