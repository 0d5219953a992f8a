package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The tests' programs, packed into a jar. */
final class ProgramsJar {
  private static final Path JAR = make();

  private ProgramsJar() {}

  static Path path() {
    return JAR;
  }

  private static Path make() {
    Path root = Settings.programs();
    Path jar = Settings.newFile("programs", ".jar");
    try (Stream<Path> all = Files.walk(root);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString()));
        Files.copy(file, out);
      }
      return jar;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
