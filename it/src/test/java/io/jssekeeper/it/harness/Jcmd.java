package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a JVM tells of itself when {@code jcmd} asks it. */
final class Jcmd {
  private final Jdk jdk;
  private final long pid;

  Jcmd(Jdk jdk, long pid) {
    this.jdk = jdk;
    this.pid = pid;
  }

  List<String> ask(String... command) {
    List<String> line = new ArrayList<>(List.of(jdk.tool("jcmd").toString(), Long.toString(pid)));
    line.addAll(List.of(command));
    return Command.run(line).lines();
  }

  boolean hasLoaded(String className) {
    return ask("VM.class_hierarchy", className).stream()
        .anyMatch(text -> text.contains(className + "/"));
  }

  /** From a heap dump, one character for each byte. */
  String liveHeap() {
    Path dump = Settings.newFile("heap", ".hprof");
    try {
      Files.delete(dump);
      ask("GC.heap_dump", dump.toString());
      return new String(Files.readAllBytes(dump), StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      dump.toFile().delete();
    }
  }

  @Override
  public String toString() {
    return "process " + pid;
  }
}
