package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;

/**
 * A JVM that ends while its threads load classes, for which JDK 26 and 27 wait up to 60 s if an
 * agent transforms them (JDK-8387045).
 */
@Isolated("asserts how long a JVM takes to end")
@OnEachJdk
final class ExitIT {
  private static final int TIMES = 5;
  private static final String[] SMALL_HEAP = {"-XX:+UseSerialGC", "-Xmn2m", "-Xmx256m"};

  /** Half of what such a JVM waits; on a machine at rest all end within a second or two. */
  private static final Duration LATE = Duration.ofSeconds(30);

  @Parameter Stage stage;

  @Test
  void jvm_endsWhileClassesAreLoaded_asSoonAsWithoutTheAgent() {
    Settings.requireFull();
    List<Duration> without = new ArrayList<>();
    List<Duration> with = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      without.add(end(Agent.none()));
      with.add(end(Agent.unasked("log=off")));
    }

    System.out.printf(
        "%s, to its end: without the agent %s, with it %s%n", stage.jdk(), without, with);
    assertThat(without).allMatch(took -> took.compareTo(LATE) < 0);
    assertThat(with).allMatch(took -> took.compareTo(LATE) < 0);
  }

  private Duration end(Agent agent) {
    Fork program = stage.program("BusyLoading").flags(SMALL_HEAP).agent(agent);
    ForkedJvm jvm = stage.start(program);
    long begin = System.nanoTime();
    jvm.stop();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
