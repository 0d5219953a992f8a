package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** With libfaketime. */
final class FakeTime implements WallClock {
  private final Path library;
  private final Path setting;

  private FakeTime(Path library, Path setting) {
    this.library = library;
    this.setting = setting;
  }

  /** Skips the test, with the reason printed, if libfaketime is missing. */
  static WallClock create() {
    Optional<Path> library = library();
    if (library.isEmpty()) {
      Tool.skip("there is no libfaketime");
    }
    FakeTime clock = new FakeTime(library.get(), Settings.newFile("clock", ".rc"));
    clock.step(Duration.ZERO);
    return clock;
  }

  @Override
  public void step(Duration offset) {
    String text = String.format("%+d", offset.toSeconds());
    try {
      Path next = Files.writeString(setting.resolveSibling(setting.getFileName() + ".new"), text);
      Files.move(next, setting, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", setting.toString(),
        "FAKETIME_NO_CACHE", "1",
        "DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1");
  }

  private static Optional<Path> library() {
    List<Path> folders = List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"));
    return folders.stream().flatMap(FakeTime::candidates).filter(Files::isReadable).findFirst();
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
