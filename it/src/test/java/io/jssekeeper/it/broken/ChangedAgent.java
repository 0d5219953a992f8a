package io.jssekeeper.it.broken;

import io.jssekeeper.it.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/** Copies of the agent's jar in which one class behaves differently. */
final class ChangedAgent {
  /** Class files once more; without them the class loader loads each. */
  private static final Set<String> UNCHANGED_CLASSES =
      Set.of("io/jssekeeper/options.bin", "io/jssekeeper/start.bin", "io/jssekeeper/later.bin");

  private ChangedAgent() {}

  /** Makes a separate copy, which no other test overwrites while a JVM reads it. */
  static Path make(String name, String classFile, UnaryOperator<ClassVisitor> change) {
    try {
      return copy(Settings.newFile(name, ".jar"), classFile, change);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path copy(Path copy, String classFile, UnaryOperator<ClassVisitor> change)
      throws IOException {
    try (JarFile jar = new JarFile(Settings.agentJar().toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      if (jar.getEntry(classFile) == null) {
        throw new IllegalStateException("the agent's jar has no " + classFile);
      }
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (UNCHANGED_CLASSES.contains(entry.getName())) {
          continue;
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        out.write(entry.getName().equals(classFile) ? changed(bytes, change) : bytes);
      }
      return copy;
    }
  }

  private static byte[] changed(byte[] original, UnaryOperator<ClassVisitor> change) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(original).accept(change.apply(writer), 0);
    return writer.toByteArray();
  }
}
