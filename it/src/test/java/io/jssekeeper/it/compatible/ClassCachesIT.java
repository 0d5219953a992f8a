package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * With an archive of classes (AppCDS, JEP 350) or an AOT cache (JEP 483, 514), recorded with or
 * without the agent, the JVM starts, and TLS is woven; an archive made as docs/class-caches.md says
 * is used.
 */
@OnEachJdk
final class ClassCachesIT {
  private static final int ARCHIVES = 17;
  private static final int AOT_CACHES = 25;
  private static final int FEWEST_WEAVES = 20;
  private static final String SHARED = "shared objects file";
  private static final Variant VARIANT = new Variant("socket", "TLSv1.3", true);

  @Parameter Stage stage;
  @TempDir private Path folder;

  @BeforeEach
  void requireFull() {
    Settings.requireFull();
  }

  @Test
  void aotCache_recordedWithTheAgent_isUsedWithIt() throws IOException {
    assumeTrue(stage.jdk().feature() >= AOT_CACHES, "no AOT cache in one step");
    Path cache = folder.resolve("app.aot");
    record("-XX:AOTCacheOutput=" + cache, Agent.with());

    assertThat(run("-XX:AOTCache=" + cache, Agent.with(), "app")).isPositive();
    assertThat(run("-XX:AOTCache=" + cache, Agent.none(), "none")).as("another JVM").isZero();
  }

  /** The JVM starts without the cache then. */
  @Test
  void aotCache_recordedWithoutTheAgent_doesNoHarm() throws IOException {
    assumeTrue(stage.jdk().feature() >= AOT_CACHES, "no AOT cache in one step");
    Path cache = folder.resolve("app.aot");
    record("-XX:AOTCacheOutput=" + cache, Agent.none());

    assertThat(run("-XX:AOTCache=" + cache, Agent.with(), "app")).isNotNegative();
  }

  /** The JVM refuses to record one with any agent. */
  @Test
  void archive_recordedWithoutTheAgent_isUsedWithIt() throws IOException {
    int feature = stage.jdk().feature();
    assumeTrue(feature >= ARCHIVES && feature < AOT_CACHES, "no archive made at exit");
    Path archive = folder.resolve("app.jsa");
    record("-XX:ArchiveClassesAtExit=" + archive, Agent.none());

    assertThat(run("-XX:SharedArchiveFile=" + archive, Agent.with(), "app")).isPositive();
  }

  /** Quietly: the JVM logs each class that it leaves out to where the program answers. */
  private void record(String flag, Agent agent) {
    ForkedJvm server =
        stage.start(VARIANT.in(stage.server()).packed().flags(flag, "-Xlog:disable").agent(agent));
    connect(server);
    server.stop();
  }

  /** How many classes came from the cache, of those in none of the JDK's own caches. */
  private long run(String flag, Agent agent, String name) throws IOException {
    Path log = folder.resolve(name + ".loaded");
    ForkedJvm server =
        stage.start(
            VARIANT
                .in(stage.server())
                .packed()
                .flags(flag, "-Xlog:class+load:file=" + log)
                .agent(agent));
    connect(server);
    if (agent.isThere()) {
      assertWoven(server);
    }
    server.stop();
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(SHARED) && line.contains("io.jssekeeper.it."))
        .count();
  }

  private void connect(ForkedJvm server) {
    ForkedJvm client = stage.start(VARIANT.in(stage.client()).with("port", server.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
  }

  private static void assertWoven(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().rows("Weaves"))
          .filteredOn(row -> row.get("state").equals("active"))
          .hasSizeGreaterThan(FEWEST_WEAVES);
    }
    assertThat(server.notices()).isEmpty();
    assertThat(server.records()).hasSize(2);
  }
}
