package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A timeout given with {@code attach} also applies to existing sessions, including while they move
 * from the JDK's caches, which do not know it, until the first sweep.
 */
@OnEachJdk
final class AttachTimeoutIT {
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final Duration LONGER = Duration.ofMillis(1_100);

  @Parameter Stage stage;

  @Test
  void serverSessions_overByTheTimeoutOfTheAttach_areNotResumed() {
    ForkedJvm server = stage.start(stage.server().flags(JvmFlags.NO_STATELESS_TICKETS));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));

    assertThat(resultsBehindAttach(client, server, "server.timeout=1s")).containsOnly("full");
  }

  @Test
  void clientSessions_overByTheTimeoutOfTheAttach_areNotResumed() {
    ForkedJvm server = stage.start(stage.server().flags(JvmFlags.NO_STATELESS_TICKETS));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));

    assertThat(resultsBehindAttach(client, client, "client.timeout=1s")).containsOnly("full");
  }

  /** Another peer's visit makes the keeper adopt the context while the sessions are still valid. */
  private static List<String> resultsBehindAttach(ForkedJvm client, ForkedJvm to, String timeout) {
    assertThat(connect(client, "site")).containsOnly("full");
    assertThat(connect(client, "site")).containsOnly("resumed");
    KeeperCommand.Outcome attached =
        KeeperCommand.run("attach", to.pid(), timeout, "sweep=1h", "log=off");
    assertThat(attached.status()).as("%s", attached).isZero();
    assertThat(connect(client, "other")).containsOnly("full");
    long began = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - began > LONGER.toNanos());
    return connect(client, "site");
  }

  private static List<String> connect(ForkedJvm client, String site) {
    return PROTOCOLS.stream().map(protocol -> connect(client, site, protocol)).toList();
  }

  private static String connect(ForkedJvm client, String site, String protocol) {
    String host = " host=" + site + "." + protocol.toLowerCase() + ".example";
    return client.ask("connect protocols=" + protocol + host).text("result");
  }
}
