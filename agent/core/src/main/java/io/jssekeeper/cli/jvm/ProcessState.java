package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code /proc/PID/status} tells of a process (proc(5)); elsewhere than on Linux nothing. */
final class ProcessState {
  private static final String STATE = "State:";

  private ProcessState() {}

  /** Whether it was stopped by a signal, or by a debugger, and does nothing until continued. */
  static boolean isStopped(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith(STATE)) {
          return line.substring(STATE.length()).trim().toLowerCase().startsWith("t");
        }
      }
      return false;
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }
}
