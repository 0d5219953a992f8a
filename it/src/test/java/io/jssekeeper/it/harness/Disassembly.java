package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JDK's TLS classes as a running JVM has them, read from its memory by the JDK's own {@code
 * jhsdb}: no agent is asked, and no class is transformed for it.
 */
public final class Disassembly {
  private static final String PACKAGE = "sun/security/ssl/";

  private Disassembly() {}

  /**
   * What {@code javap} prints of each of these classes, which must be loaded. {@code jhsdb} fails
   * with some classes of some JDKs: those are named on standard output and left out.
   */
  public static Map<String, String> of(Jdk jdk, long pid, List<String> classes) {
    try {
      Path folder = Files.createTempDirectory(Settings.work(), "classes");
      dump(jdk, pid, classes, folder);
      Map<String, String> texts = new TreeMap<>();
      for (String name : classes) {
        Path file = folder.resolve(PACKAGE + name + ".class");
        if (!Files.exists(file)) {
          System.out.println(jdk + ": jhsdb cannot read " + name);
          continue;
        }
        List<String> javap = List.of(jdk.tool("javap").toString(), "-p", "-c", file.toString());
        texts.put(name, String.join("\n", Command.run(javap).lines()));
      }
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void dump(Jdk jdk, long pid, List<String> classes, Path folder) {
    StringBuilder commands = new StringBuilder();
    for (String name : classes) {
      commands.append("dumpclass ").append(PACKAGE.replace('/', '.')).append(name);
      commands.append(' ').append(folder).append('\n');
    }
    Command.run(
        List.of(jdk.tool("jhsdb").toString(), "clhsdb", "--pid", Long.toString(pid)),
        commands + "quit\n");
  }
}
