package io.jssekeeper.it.harness;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The Java threads of a JVM, as {@code jcmd} prints them. */
final class JavaThreads {
  private static final Pattern CPU = Pattern.compile(" cpu=([0-9.]+)ms ");

  private final List<String> lines;

  private JavaThreads(List<String> lines) {
    this.lines = lines;
  }

  static JavaThreads of(Jcmd jcmd) {
    return new JavaThreads(
        jcmd.ask("Thread.print").stream().filter(line -> line.startsWith("\"")).toList());
  }

  List<String> names() {
    return lines.stream().map(JavaThreads::name).toList();
  }

  /** The names of those that keep the JVM alive. */
  List<String> lasting() {
    return lines.stream()
        .filter(line -> line.contains("\" #") && !line.contains(" daemon "))
        .map(JavaThreads::name)
        .toList();
  }

  /** The CPU time of all whose names begin so, in milliseconds. */
  double cpuMillis(String prefix) {
    return lines.stream()
        .filter(line -> name(line).startsWith(prefix))
        .flatMap(line -> CPU.matcher(line).results())
        .mapToDouble(JavaThreads::millis)
        .sum();
  }

  private static double millis(MatchResult cpu) {
    return Double.parseDouble(cpu.group(1));
  }

  private static String name(String line) {
    return line.substring(1, line.indexOf('"', 1));
  }
}
