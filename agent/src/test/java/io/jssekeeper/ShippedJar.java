package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files in the jar that the build has made. */
final class ShippedJar {
  static final Path PATH = Path.of(System.getProperty("keeper.jar"));
  static final String BOOTSTRAP = "io/jssekeeper/inside/classes.bin";
  static final String OPTIONS = "io/jssekeeper/options.bin";
  static final String START = "io/jssekeeper/start.bin";
  static final String LATER = "io/jssekeeper/later.bin";

  /** Files that hold many class files each. */
  static final List<String> PACKED = List.of(BOOTSTRAP, OPTIONS, START, LATER);

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Attributes manifest;

  private ShippedJar(JarFile jar) throws IOException {
    manifest = jar.getManifest().getMainAttributes();
    for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
      try (InputStream stream = jar.getInputStream(entry)) {
        entries.put(entry.getName(), stream.readAllBytes());
      }
    }
  }

  static ShippedJar read() {
    try (JarFile jar = new JarFile(PATH.toFile())) {
      return new ShippedJar(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By name, in the jar's order. */
  Map<String, byte[]> entries() {
    return entries;
  }

  Stream<String> names() {
    return entries.keySet().stream();
  }

  Attributes manifest() {
    return manifest;
  }

  /** Class files by name, as {@code bridge.PackedClasses} reads them; empty if only named. */
  Map<String, byte[]> packed(String file) throws IOException {
    DataInputStream all = new DataInputStream(new ByteArrayInputStream(entries.get(file)));
    DataInputStream directory =
        new DataInputStream(new ByteArrayInputStream(all.readNBytes(all.readInt())));
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = directory.readUnsignedShort(); left > 0; left--) {
      byte[] twice = classes.put(directory.readUTF(), all.readNBytes(directory.readInt()));
      assertThat(twice).as(file).isNull();
    }
    assertThat(directory.available() + all.available()).as(file).isZero();
    return classes;
  }
}
