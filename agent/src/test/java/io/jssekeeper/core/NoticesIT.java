package io.jssekeeper.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.install.ChildJvm;
import io.jssekeeper.jmx.LostRegistrar;
import io.jssekeeper.log.UnopenedLog;
import org.junit.jupiter.api.Test;

class NoticesIT {
  @Test
  void notices_ofSuppressedErrors_areOneLineOnce() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(Says.class);

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices())
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]"));
    assertThat(jvm.notices().get(0)).startsWith("jsse-keeper: a b c").endsWith("j");
    assertThat(jvm.notices().get(1)).contains("sweep", "number 0", "ErrorsSwallowed");
    assertThat(jvm.out()).startsWith("last is empty: true", "count 6");
    assertThat(jvm.out().get(2)).startsWith("last sink: ").contains("Unspeakable");
  }

  @Test
  void log_thatCannotBeOpened_countsWhatItWouldHaveWritten() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(UnopenedLog.class);

    assertThat(jvm.notices()).hasSize(1);
    assertThat(jvm.notices().get(0)).contains("(Is a directory)", "RecordsDropped");
    assertThat(jvm.out()).as("%s", jvm).containsExactly("lost 2");
  }

  @Test
  void registrar_thatCannotRegister_holdsNothing() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(LostRegistrar.class);

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.out()).containsExactly("swallowed 1", "held 0");
    assertThat(jvm.notices()).hasSize(1);
  }
}
