package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of a process in {@code /proc/PID/status} (proc(5)). Unknown on systems other than
 * Linux.
 */
final class ProcessState {
  private static final String STATE = "State:";
  private static final int FIRST = 1;

  private ProcessState() {}

  /**
   * Whether it was stopped by a signal, or by a debugger, and does nothing until continued. On a
   * busy machine its threads stop one after the other: one of them is enough.
   */
  static boolean isStopped(long pid) {
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc/" + pid, "task"))) {
      for (Path thread : threads) {
        if (isStopped(thread)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException unknown) {
      // it has ended, or this is no Linux
    }
    return false;
  }

  private static boolean isStopped(Path thread) {
    return line(thread.resolve("status"), STATE)
        .map(line -> line.split("\\s+")[FIRST].toLowerCase(Locale.ROOT))
        .filter("t"::equals)
        .isPresent();
  }

  /** The first line with that prefix. */
  static Optional<String> line(long pid, String begin) {
    return line(Path.of("/proc/" + pid, "status"), begin);
  }

  private static Optional<String> line(Path status, String begin) {
    try {
      return Files.readAllLines(status).stream().filter(line -> line.startsWith(begin)).findFirst();
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }
}
