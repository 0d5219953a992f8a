package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.jssekeeper.it.broken.SlowAgent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A look-up waits for a ticket in transit between the JDK's cache and ours.
 *
 * <p>After an attach, the first handshake in a context moves its tickets, one after another, slowly
 * here; a second client visits the same peers meanwhile, and in each round meets the one in transit
 * with a probability of two in three. On the way back it is the reverse: bursts continue while the
 * keeper detaches. JDKs whose cache has no queues (before JDK-8328608) leave a ticket there until
 * it has arrived.
 */
@OnEachJdk
final class TicketMigrationIT {
  private static final int PEERS = 20;
  private static final int ROUNDS = 10;
  private static final Variant BY_TICKET = new Variant("socket", "TLSv1.3", true);

  @Parameter Stage stage;

  @Test
  void ticket_inTransit_isWaitedFor() throws Exception {
    Settings.requireFull();
    ForkedJvm client = visitor();
    Path slow = SlowAgent.toTakeIn();
    for (int round = 0; round < ROUNDS; round++) {
      attach(client, slow);
      assertThat(client.ask("burst threads=2").number("resumed")).isEqualTo(PEERS);
      assertThat(KeeperCommand.run("detach", client.pid()).status()).isZero();
    }
  }

  @Test
  void ticket_inTransitBack_isWaitedFor() throws Exception {
    Settings.requireFull();
    ForkedJvm client = visitor();
    Path slow = SlowAgent.toHandBack();
    for (int round = 0; round < ROUNDS; round++) {
      attach(client, slow);
      assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
      CompletableFuture<Outcome> detach =
          CompletableFuture.supplyAsync(() -> KeeperCommand.run("detach", client.pid()));
      do {
        assertThat(client.ask("burst threads=2").number("resumed")).isEqualTo(PEERS);
      } while (!detach.isDone());
      assertThat(detach.get().status()).isZero();
    }
  }

  /**
   * In caches without queues a ticket is found under its peer until another one replaces it: a move
   * that finds it twice must not move it again while a handshake is about to use it. This requires
   * a slow move, such as the first in a JVM.
   */
  @Test
  void ticket_inUse_isNotMovedAgain() throws Exception {
    Settings.requireFull();
    for (int round = 0; round < ROUNDS; round++) {
      ForkedJvm client = visitor();
      attach(client, Settings.agentJar());
      assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
      assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
      client.stop();
    }
  }

  /** A client that has visited all its peers once. */
  private ForkedJvm visitor() {
    ForkedJvm server = stage.start(BY_TICKET.in(stage.server()));
    Fork program = BY_TICKET.in(stage.client()).with("port", server.port()).with("count", PEERS);
    ForkedJvm client = stage.start(program);
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);
    return client;
  }

  private static void attach(ForkedJvm jvm, Path agent) throws Exception {
    VirtualMachine attached = VirtualMachine.attach(Long.toString(jvm.pid()));
    try {
      attached.loadAgent(agent.toString(), "log=off");
    } finally {
      attached.detach();
    }
  }
}
