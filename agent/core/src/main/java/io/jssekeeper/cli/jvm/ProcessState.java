package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What {@code /proc/PID/status} tells of a process (proc(5)); elsewhere than on Linux nothing. */
final class ProcessState {
  private static final String STATE = "State:";
  private static final int FIRST = 1;

  private ProcessState() {}

  /** Whether it was stopped by a signal, or by a debugger, and does nothing until continued. */
  static boolean isStopped(long pid) {
    return line(pid, STATE)
        .map(line -> line.split("\\s+")[FIRST].toLowerCase(Locale.ROOT))
        .filter("t"::equals)
        .isPresent();
  }

  /** The first line that begins so. */
  static Optional<String> line(long pid, String begin) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(begin))
          .findFirst();
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }
}
