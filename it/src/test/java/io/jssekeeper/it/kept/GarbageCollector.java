package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** HotSpot's garbage collectors, by the flags that select them. */
enum GarbageCollector {
  G1("-XX:+UseG1GC"),
  PARALLEL("-XX:+UseParallelGC"),
  SERIAL("-XX:+UseSerialGC"),
  Z("-XX:+UseZGC"),
  SHENANDOAH("-XX:+UseShenandoahGC");

  private final String flag;

  GarbageCollector(String flag) {
    this.flag = flag;
  }

  /** A heap of 64 MB, fully committed, and further flags. */
  String[] flags(String... more) {
    List<String> flags =
        new ArrayList<>(List.of("-XX:+UnlockExperimentalVMOptions", flag, "-Xms64m", "-Xmx64m"));
    flags.addAll(List.of(more));
    return flags.toArray(new String[0]);
  }

  /** Whether a JVM of that JDK starts with it. */
  boolean isIn(Jdk jdk) {
    List<String> command = new ArrayList<>(List.of(jdk.home().resolve("bin/java").toString()));
    command.addAll(List.of(flags("-version")));
    try {
      ProcessBuilder.Redirect nowhere = ProcessBuilder.Redirect.DISCARD;
      return new ProcessBuilder(command)
              .redirectOutput(nowhere)
              .redirectError(nowhere)
              .start()
              .waitFor()
          == 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
