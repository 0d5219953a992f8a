package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.Logback;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.War;
import io.jssekeeper.it.http.war.Shop;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Records go to the SLF4J in a Tomcat war for as long as that is deployed, and no longer. */
@OnEachJdk
final class Slf4jInWarIT {
  /** Current Tomcat requires it. */
  private static final int OLDEST_JDK = 17;

  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void slf4j_ofAWar_getsRecordsWhileDeployed() {
    if (stage.jdk().feature() < OLDEST_JDK) {
      System.out.println("skipped: " + stage.jdk() + " is too old for Tomcat of today");
      Assumptions.abort("too old for Tomcat of today");
    }
    ForkedJvm tomcat = stage.start(stage.tomcat(war()).agent(Agent.with()));
    connect(tomcat);
    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(3));
    assertThat(logback().lines().get(0)).isEqualTo("INFO application [] the application logs");
    assertThat(logback().lines().get(1))
        .startsWith("INFO io.jssekeeper.handshake [handshake=\"full\" reason=\"not-offered\"");
    assertThat(logback().lines().get(2)).contains("] handshake=resumed side=server ");
    try (JmxClient jmx = tomcat.jmx()) {
      assertThat(jmx.keeper().text("LogDestination")).isEqualTo("the application's SLF4J");
    }

    tomcat.ask("undeploy");
    tomcat.ask("deploy");
    connect(tomcat);
    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(6));
    assertThat(logback().lines().get(5)).contains("] handshake=resumed side=server ");
    assertThat(tomcat.records()).as("records on standard error").isEmpty();

    tomcat.ask("undeploy");
    connect(tomcat);
    Awaitility.await().untilAsserted(() -> assertThat(tomcat.records()).hasSize(2));
    assertThat(logback().lines()).hasSize(6);
    Awaitility.await().untilAsserted(() -> assertThat(Logback.loggersOf(tomcat)).isZero());
  }

  /** A full handshake, and one that resumes. */
  private void connect(ForkedJvm server) {
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
  }

  private Path war() {
    return new War(Logback.JARS)
        .with("WEB-INF/classes/logback.xml", logback().configuration())
        .servlet(Shop.class)
        .in(folder.resolve("shop.war"));
  }

  private Logback logback() {
    return new Logback(folder);
  }
}
