package io.jssekeeper.it.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A command line tool that a test requires. */
final class Tool {
  private Tool() {}

  /** Skips the test, with the reason printed, where the tool is not on the path. */
  static void require(String name) {
    boolean present =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    if (!present) {
      skip("there is no " + name + " on the path");
    }
  }

  static void skip(String reason) {
    System.out.println("skipped: " + reason);
    Assumptions.abort(reason);
  }
}
