package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JVMs that Linux's {@code /proc} shows, including those without {@code hsperfdata}, which the
 * attach API does not list. Only reads files, so the JVMs are not disturbed.
 */
final class ProcJvms {
  private static final Path PROC = Path.of("/proc");
  private static final String LIBRARY = "/libjvm.so";
  private static final String LAUNCHER = "java";
  private static final String DELETED = " (deleted)";
  private static final String UID = "Uid:";
  private static final int EFFECTIVE = 2;
  private static final String ROOT = "0";

  /** From {@code JAVA_HOME/lib/server/libjvm.so}, and from {@code JAVA_HOME/bin/java}. */
  private static final int LIBRARY_DEPTH = 3;

  private static final int LAUNCHER_DEPTH = 2;

  private ProcJvms() {}

  /** Empty on systems other than Linux. */
  static List<LocalJvm> all() {
    List<LocalJvm> jvms = new ArrayList<>();
    String me = user(ProcessHandle.current().pid());
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
      for (Path process : processes) {
        jvm(Long.parseLong(process.getFileName().toString()), me).ifPresent(jvms::add);
      }
    } catch (IOException | RuntimeException unknown) {
      // Then the attach API's list is all there is.
    }
    return jvms;
  }

  private static Optional<LocalJvm> jvm(long pid, String me) {
    List<String> words = words(pid);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean isReachable = me.equals(ROOT) || me.equals(user(pid));
    Optional<String> library = Optional.empty();
    try {
      library = library(pid);
      if (library.isEmpty()) {
        return Optional.empty();
      }
    } catch (IOException hidden) {
      if (!fileName(words.get(0)).equals(LAUNCHER)) {
        return Optional.empty();
      }
    }
    String java =
        library
            .map(file -> ReleaseFile.version(pid, file, LIBRARY_DEPTH))
            .orElseGet(() -> ReleaseFile.version(pid, words.get(0), LAUNCHER_DEPTH));
    return Optional.of(LocalJvm.seen(pid, JavaCommandLine.program(words), java, isReachable));
  }

  /** The path that HotSpot is mapped from; proc(5). */
  private static Optional<String> library(long pid) throws IOException {
    Path maps = PROC.resolve(pid + "/maps");
    try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(
              line ->
                  line.endsWith(DELETED)
                      ? line.substring(0, line.length() - DELETED.length())
                      : line)
          .filter(line -> line.endsWith(LIBRARY))
          .map(line -> line.substring(line.indexOf('/')))
          .findFirst();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private static String user(long pid) {
    return ProcessState.line(pid, UID).map(line -> line.split("\\s+")[EFFECTIVE]).orElse("");
  }

  private static List<String> words(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(PROC.resolve(pid + "/cmdline"));
      String line = new String(bytes, StandardCharsets.UTF_8);
      return line.isEmpty() ? List.of() : List.of(line.split("\0"));
    } catch (IOException gone) {
      return List.of();
    }
  }

  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
