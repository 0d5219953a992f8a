package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files and sockets that a process has open, from Linux's {@code /proc}. */
final class OpenFiles {
  private OpenFiles() {}

  /** As the system names them. */
  static List<String> names(long pid) {
    List<String> names = new ArrayList<>();
    try (Stream<Path> open = Files.list(folder(pid))) {
      for (Path link : open.toList()) {
        if (Files.isSymbolicLink(link)) {
          names.add(Files.readSymbolicLink(link).toString());
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return names;
  }

  static long count(long pid) {
    try (Stream<Path> open = Files.list(folder(pid))) {
      return open.count();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path folder(long pid) {
    return Path.of("/proc/" + pid + "/fd");
  }
}
