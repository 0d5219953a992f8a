package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * {@code SSLSessionContext.getIds()} never lists more sessions than {@code setSessionCacheSize}
 * allows; OpenJDK's {@code SessionCacheSizeTests} checks that.
 */
@OnEachJdk
final class CacheSizeIT {
  private static final String HOST = " protocols=TLSv1.3 host=site-";

  @Parameter Stage stage;

  private ForkedJvm server;

  @Test
  void getIds_connectionsOpen_listsNoMoreThanTheSize() {
    assertThat(ids(Agent.none())).allMatch(count -> count <= 2);
    assertThat(ids(Agent.with())).allMatch(count -> count == 2);
  }

  /**
   * With three connections open; with one more; and after the remaining sessions have been used.
   */
  private List<Long> ids(Agent agent) {
    if (server == null) {
      server = stage.start(stage.server());
    }
    ForkedJvm client = stage.start(stage.client().agent(agent).with("port", server.port()));
    for (int site = 0; site < 3; site++) {
      client.ask("open page=yes" + HOST + site + ".example");
    }
    List<Long> counts = new ArrayList<>();
    client.ask("capacity sessions=2");
    counts.add(client.ask("ids").number("count"));
    client.ask("open page=yes" + HOST + "3.example");
    counts.add(client.ask("ids").number("count"));
    if (agent.isThere()) {
      assertThat(client.ask("connect" + HOST + "3.example").text("result")).isEqualTo("resumed");
    }
    counts.add(client.ask("ids").number("count"));
    return counts;
  }
}
