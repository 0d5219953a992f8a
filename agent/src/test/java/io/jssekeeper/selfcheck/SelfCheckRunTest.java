package io.jssekeeper.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.install.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfCheckRunTest {
  /** What a whole run finds in these programs: nothing is woven. */
  private static final String UNWOVEN = "failed: 2 full and 2 resumed handshakes were recorded";

  @Test
  void run_thatIsRepeatedForLackOfHeap_namesAnObstacleOnce() throws Exception {
    ChildJvm jvm = run(AbortedRun.class);

    assertThat(jvm.out()).as("%s", jvm).hasSize(1);
    assertThat(jvm.out().get(0)).startsWith("passed ").containsOnlyOnce(AbortedRun.OBSTACLE);
  }

  @Test
  void verdict_forWhichThereIsNoHeap_isGivenOnceThereIs() throws Exception {
    ChildJvm jvm = run(LateVerdict.class, "1");

    assertThat(jvm.out()).as("%s", jvm).hasSize(2);
    assertThat(jvm.out().get(0)).startsWith(UNWOVEN);
  }

  /** Its pauses alone would be 2, 4 and 8 s. */
  @Test
  void pause_whileClassesWaitToBeWoven_ends() throws Exception {
    ChildJvm jvm = run(LateVerdict.class, "3", "hurry");

    assertThat(jvm.out()).as("%s", jvm).hasSize(2);
    assertThat(jvm.out().get(0)).startsWith(UNWOVEN);
    assertThat(Integer.parseInt(jvm.out().get(1))).isLessThan(10);
  }

  @Test
  void hook_thatHasNoHeapInOneRun_isNoFailureIfItHasSomeInTheNext() throws Exception {
    ChildJvm jvm = run(HeaplessHook.class);

    assertThat(jvm.out()).as("%s", jvm).hasSize(2).startsWith("repeated");
    assertThat(jvm.out().get(1)).startsWith(UNWOVEN);
  }

  private static ChildJvm run(Class<?> program, String... arguments) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "--patch-module=java.base=" + System.getProperty("bootstrap.classes"),
                "--add-exports=java.base/sun.security.ssl=ALL-UNNAMED",
                "--add-opens=java.base/sun.security.ssl=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    line.addAll(List.of(arguments));
    return ChildJvm.run(line.toArray(new String[0]));
  }
}
