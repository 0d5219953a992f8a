package io.jssekeeper.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.install.ChildJvm;
import org.junit.jupiter.api.Test;

class SelfCheckRunTest {
  @Test
  void run_thatIsRepeatedForLackOfHeap_namesAnObstacleOnce() throws Exception {
    ChildJvm jvm =
        ChildJvm.run(
            "--patch-module=java.base=" + System.getProperty("bootstrap.classes"),
            "--add-exports=java.base/sun.security.ssl=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            AbortedRun.class.getName());

    assertThat(jvm.out()).as("%s", jvm).hasSize(1);
    assertThat(jvm.out().get(0)).startsWith("passed ").containsOnlyOnce(AbortedRun.OBSTACLE);
  }
}
