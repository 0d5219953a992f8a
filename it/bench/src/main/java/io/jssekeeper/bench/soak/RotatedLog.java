package io.jssekeeper.bench.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Rotates the keeper's log as logrotate does, and counts its records. A line stands for more than
 * one if it ends with how many {@code similar} failures it stands for.
 */
final class RotatedLog {
  private static final String SIMILAR = " similar=";

  private final Path log;
  private final Path old;
  private long records;

  RotatedLog(Path log) {
    this.log = log;
    this.old = log.resolveSibling(log.getFileName() + ".1");
  }

  /** Counts what was moved away the last time, which is complete by now, and moves the rest. */
  void rotate() throws IOException {
    records += count(old);
    if (Files.exists(log)) {
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(old);
    }
  }

  /** How many there were, once nothing more is written. */
  long records() throws IOException {
    return records + count(old) + count(log);
  }

  private static long count(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return in.lines().mapToLong(RotatedLog::records).sum();
    }
  }

  private static long records(String line) {
    int similar = line.indexOf(SIMILAR);
    return !line.startsWith("handshake=")
        ? 0
        : similar < 0 ? 1 : 1 + Long.parseLong(line.substring(similar + SIMILAR.length()));
  }
}
