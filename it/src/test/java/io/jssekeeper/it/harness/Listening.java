package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP sockets on which a process listens, from Linux's {@code /proc}. */
public final class Listening {
  private static final String LISTEN = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private Listening() {}

  /** Their addresses, in hex. */
  public static Set<String> addresses(long pid) {
    Set<String> own = sockets(pid);
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> rows(Path.of("/proc/" + pid + "/net/" + table)).stream())
        .map(row -> row.trim().split("\\s+"))
        .filter(row -> row[STATE].equals(LISTEN) && own.contains("socket:[" + row[INODE] + "]"))
        .map(row -> row[ADDRESS])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> rows(Path table) {
    try {
      List<String> lines = Files.readAllLines(table);
      return lines.subList(1, lines.size());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> sockets(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.map(Listening::target).collect(Collectors.toSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Empty for one that has just been closed. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
