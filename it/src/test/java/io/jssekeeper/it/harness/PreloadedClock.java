package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** With the tests' {@code wall_clock.c}, compiled to a library by {@code cc} once per test run. */
final class PreloadedClock implements WallClock {
  private static final String SOURCE = "wall_clock.c";

  private final Path library;
  private final Path setting;

  private PreloadedClock(Path library, Path setting) {
    this.library = library;
    this.setting = setting;
  }

  /** Skips the test, with the reason printed, if there is no C compiler. */
  static WallClock create() {
    Tool.require("cc");
    Path setting = Settings.newFile("clock", ".offset");
    PreloadedClock clock = new PreloadedClock(Library.PATH, setting);
    clock.step(Duration.ZERO);
    return clock;
  }

  /** In place: processes that use it have it mapped. */
  @Override
  public void step(Duration offset) {
    ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    seconds.putLong(0, offset.toSeconds());
    try (FileChannel file = FileChannel.open(setting, StandardOpenOption.WRITE)) {
      file.write(seconds, 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "WALL_CLOCK", setting.toString());
  }

  /** Compiled on first use. */
  private static final class Library {
    static final Path PATH = make();

    private static Path make() {
      try (InputStream source = PreloadedClock.class.getResourceAsStream(SOURCE)) {
        Path folder = Files.createTempDirectory(Settings.work(), "clock");
        Files.copy(source, folder.resolve(SOURCE));
        return compiled(folder.resolve(SOURCE), folder.resolve("wall_clock.so"));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    private static Path compiled(Path source, Path library) {
      String flags = "-shared -fPIC -O2 -Wall -Werror -o";
      List<String> line = new ArrayList<>(List.of("cc"));
      line.addAll(List.of(flags.split(" ")));
      line.addAll(List.of(library.toString(), source.toString(), "-ldl"));
      Command.Outcome outcome = Command.run(line);
      if (outcome.status() != 0) {
        throw new IllegalStateException(line + ": " + outcome.lines());
      }
      return library;
    }
  }
}
