package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether a process can be asked to listen for attachments without being killed by that.
 *
 * <p>The attach API sends SIGQUIT to a JVM that does not listen yet. A JVM run with {@code -Xrs}
 * (ReduceSignalUsage) does not catch it, so the signal ends the process, and not every JDK checks
 * first. Reads {@code /proc/PID/status}; on systems other than Linux nothing is known, and nothing
 * is refused.
 */
final class QuitSignal {
  private static final String CAUGHT = "SigCgt:";
  private static final long SIGQUIT_BIT = 1L << (3 - 1);

  private QuitSignal() {}

  static boolean wouldKill(long pid) {
    try {
      return wouldKill(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }

  static boolean wouldKill(List<String> status) {
    for (String line : status) {
      if (line.startsWith(CAUGHT)) {
        long caught = Long.parseUnsignedLong(line.substring(CAUGHT.length()).trim(), 16);
        return (caught & SIGQUIT_BIT) == 0;
      }
    }
    return false;
  }
}
