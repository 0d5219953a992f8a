package io.jssekeeper.cli.jvm;

import java.util.List;
import java.util.Set;

/** Parses a Java launcher's command line (the java command, JDK Tool Specifications). */
final class JavaCommandLine {
  /** Options whose value is the next word. */
  private static final Set<String> WITH_A_VALUE =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--add-modules",
          "--limit-modules",
          "--add-exports",
          "--add-opens",
          "--add-reads",
          "--patch-module",
          "--enable-native-access",
          "--source");

  private static final Set<String> BEFORE_THE_PROGRAM = Set.of("-jar", "-m", "--module");

  private JavaCommandLine() {}

  /**
   * The main class, the jar's file, or the name of the file that is run.
   *
   * @param words at least one
   */
  static String program(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (WITH_A_VALUE.contains(word)) {
        i++;
      } else if (!word.startsWith("-") && !word.startsWith("@")
          || BEFORE_THE_PROGRAM.contains(words.get(i - 1))) {
        return ProcJvms.fileName(word);
      }
    }
    return ProcJvms.fileName(words.get(0));
  }
}
