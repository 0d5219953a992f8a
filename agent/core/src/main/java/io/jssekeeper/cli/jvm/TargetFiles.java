package io.jssekeeper.cli.jvm;

import io.jssekeeper.channel.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of another JVM, which may be in a container. Immutable.
 *
 * <p>On Linux its root folder is {@code /proc/PID/root}. That can be closed to its own user as well
 * (a program with capabilities is not "dumpable", proc(5)); then it is taken for this one's.
 */
final class TargetFiles {
  private static final String UID = "Uid:";
  private static final int EFFECTIVE = 2;
  private static final int ROOT = 0;

  private final long pid;
  private final String root;

  TargetFiles(long pid) {
    this.pid = pid;
    String candidate = "/proc/" + pid + "/root";
    this.root = Files.isExecutable(Path.of(candidate, "/")) ? candidate : "";
  }

  /** Where this process finds what is there for that JVM. */
  Path path(String theirs) {
    return Path.of(root + theirs);
  }

  /** Whether that JVM's root folder could be looked into. */
  boolean isRootKnown() {
    return !root.isEmpty();
  }

  /** Gives a file that this process has made to that JVM's user, if it is another. */
  void give(Path file) throws IOException {
    Optional<Integer> user = user();
    if (user.isPresent() && !user.get().equals(PrivateFile.owner(file))) {
      PrivateFile.give(file, user.get());
    }
  }

  /**
   * @throws IOException for a file that neither that JVM nor root has made
   */
  void requireTheirs(Path file) throws IOException {
    Optional<Integer> user = user();
    Object owner = PrivateFile.owner(file);
    if (user.isPresent() && !user.get().equals(owner) && !Integer.valueOf(ROOT).equals(owner)) {
      throw new IOException("owner " + owner + " instead of " + user.get());
    }
  }

  /** The effective one, by number; empty elsewhere than on Linux. */
  Optional<Integer> user() throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(UID)) {
          return Optional.of(Integer.valueOf(line.split("\\s+")[EFFECTIVE]));
        }
      }
    }
    return Optional.empty();
  }
}
