package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A wall clock of forked JVMs that a test can step, by libfaketime; monotonic time goes on. */
public final class WallClock {
  private final Path library;
  private final Path setting;

  private WallClock(Path library, Path setting) {
    this.library = library;
    this.setting = setting;
  }

  /** Skips the test, with the reason printed, where there is no libfaketime. */
  public static WallClock create() {
    Optional<Path> library = library();
    if (library.isEmpty()) {
      System.out.println("skipped: there is no libfaketime");
    }
    Assumptions.assumeTrue(library.isPresent(), "there is no libfaketime");
    try {
      Files.createDirectories(Settings.work());
      WallClock clock =
          new WallClock(library.get(), Files.createTempFile(Settings.work(), "clock", ".rc"));
      clock.step("+0");
      return clock;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Sets the clock off by that much from now on.
   *
   * @param offset such as {@code +2d} or {@code -2d}
   */
  public void step(String offset) {
    try {
      Path next = Files.writeString(setting.resolveSibling(setting.getFileName() + ".new"), offset);
      Files.move(next, setting, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", setting.toString(),
        "FAKETIME_NO_CACHE", "1",
        "DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1");
  }

  private static Optional<Path> library() {
    List<Path> folders = List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"));
    return folders.stream().flatMap(WallClock::candidates).filter(Files::isReadable).findFirst();
  }

  private static Stream<Path> candidates(Path folder) {
    String name = "libfaketimeMT.so.1";
    Path here = folder.resolve("faketime").resolve(name);
    try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      List<Path> below = inside.map(each -> each.resolve("faketime").resolve(name)).toList();
      return Stream.concat(Stream.of(here), below.stream());
    } catch (IOException unreadable) {
      return Stream.of(here);
    }
  }
}
