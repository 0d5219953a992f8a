package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The stand-in for {@code jdk.crac}, where a JDK would have it: in the boot loader. */
public final class CracApi {
  private static final String PACKAGE = "jdk/crac";

  private CracApi() {}

  /** The given program on a JDK that takes checkpoints. */
  public static Fork with(Fork fork) {
    return fork.flags("-Xbootclasspath/a:" + folder());
  }

  private static Path folder() {
    Path from = Settings.programs().resolve(PACKAGE);
    try (var files = Files.list(from)) {
      Path folder = Files.createTempDirectory(Settings.work(), "crac");
      Path to = Files.createDirectories(folder.resolve(PACKAGE));
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
