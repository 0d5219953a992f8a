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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The command reaches into a container from outside, or says what is missing there. */
@OnEachJdk
final class ContainerIT {
  private static final int PEERS = 3;
  private static final int REFUSED = 1;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;
  private Container container;

  @BeforeEach
  void contain() {
    Settings.requireFull();
    container = Container.require();
  }

  @Test
  void jvmInAContainer_isAttachedToAndDetachedFromOutside() {
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
  void jarThatIsNotInTheContainer_isAskedForInOneSentence() {
    Container without = container.without(Settings.agentJar().getParent());
    ForkedJvm server = stage.start(stage.server().in(without));

    Outcome attach = KeeperCommand.run("attach", server.pid());
    assertThat(attach.status()).isEqualTo(REFUSED);
    assertThat(attach.err())
        .singleElement()
        .asString()
        .contains("cannot read " + Settings.agentJar(), "copy the jar there");
  }
}
