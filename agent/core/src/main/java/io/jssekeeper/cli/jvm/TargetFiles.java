package io.jssekeeper.cli.jvm;

import io.jssekeeper.channel.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of another JVM, which may be in a container. Immutable.
 *
 * <p>On Linux its root folder is {@code /proc/PID/root}. That may be closed even to its own user (a
 * program with capabilities is not "dumpable", proc(5)); its root is then assumed to be ours.
 */
final class TargetFiles {
  private static final String UID = "Uid:";
  private static final String PIDS = "NSpid:";
  private static final int EFFECTIVE = 2;
  private static final int ROOT = 0;

  private final long pid;
  private final String root;

  TargetFiles(long pid) {
    this.pid = pid;
    String candidate = "/proc/" + pid + "/root";
    this.root = Files.isExecutable(Path.of(candidate, "/")) ? candidate : "";
  }

  /** Whether that process is known to have other mounts than this one; see namespaces(7). */
  static boolean isElsewhere(long pid) {
    try {
      return !mounts("self").equals(mounts(Long.toString(pid)));
    } catch (IOException unknown) {
      return false;
    }
  }

  private static Path mounts(String process) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc", process, "ns", "mnt"));
  }

  /** Where this process finds that JVM's file. */
  Path path(String theirs) {
    return Path.of(root + theirs);
  }

  /** Whether that JVM's root folder could be looked into. */
  boolean isRootKnown() {
    return !root.isEmpty();
  }

  /** Gives a file created by this process to that JVM's user, if different. */
  void give(Path file) throws IOException {
    Optional<Integer> user = user();
    if (user.isPresent() && !user.get().equals(PrivateFile.owner(file))) {
      PrivateFile.give(file, user.get());
    }
  }

  /**
   * @throws IOException for a file created by neither that JVM nor root
   */
  void requireTheirs(Path file) throws IOException {
    Optional<Integer> user = user();
    Object owner = PrivateFile.owner(file);
    if (user.isPresent() && !user.get().equals(owner) && !Integer.valueOf(ROOT).equals(owner)) {
      throw new IOException("owner " + owner + " instead of " + user.get());
    }
  }

  /** The effective one, by number; empty elsewhere than on Linux. */
  Optional<Integer> user() {
    return words(UID).map(words -> Integer.valueOf(words[EFFECTIVE]));
  }

  /** Its process id as seen by itself, in the innermost of its namespaces. */
  long pidThere() {
    return words(PIDS).map(words -> Long.parseLong(words[words.length - 1])).orElse(pid);
  }

  private Optional<String[]> words(String begin) {
    return ProcessState.line(pid, begin).map(line -> line.split("\\s+"));
  }
}
