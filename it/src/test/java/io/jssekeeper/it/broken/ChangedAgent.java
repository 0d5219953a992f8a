package io.jssekeeper.it.broken;

import io.jssekeeper.it.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Copies of the agent's jar in which one class is another. */
final class ChangedAgent {
  private ChangedAgent() {}

  /** Makes a copy of its own, which no other test makes anew while a JVM reads it. */
  static Path make(String name, String classFile, UnaryOperator<byte[]> change) {
    try {
      Files.createDirectories(Settings.work());
      return copy(Files.createTempFile(Settings.work(), name, ".jar"), classFile, change);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path copy(Path copy, String classFile, UnaryOperator<byte[]> change)
      throws IOException {
    try (JarFile jar = new JarFile(Settings.agentJar().toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        out.putNextEntry(new JarEntry(entry.getName()));
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        out.write(entry.getName().equals(classFile) ? change.apply(bytes) : bytes);
      }
      return copy;
    }
  }
}
