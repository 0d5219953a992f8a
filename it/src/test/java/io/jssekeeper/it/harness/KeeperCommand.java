package io.jssekeeper.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;

/** The shipped jar as a command: run in this JVM, which is fast, or in a separate one. */
public final class KeeperCommand {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int SECONDS = 60;
  private static final Class<?> MAIN = load("CommandRunner");
  private static final Class<?> SCREEN = load("print.Screen");

  private KeeperCommand() {}

  /** No class of the agent is on this JVM's class path: they are loaded from the jar. */
  private static Class<?> load(String name) {
    try {
      return JarLoader.LOADER.loadClass("io.jssekeeper.cli." + name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public static Outcome run(Object... words) {
    return runIn(UNLIMITED, words);
  }

  /** On a terminal without colours, that many columns wide. */
  public static Outcome runIn(int columns, Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      Object screen =
          SCREEN
              .getConstructor(PrintStream.class, PrintStream.class, int.class, boolean.class)
              .newInstance(print(out), print(err), columns, false);
      String[] texts = Stream.of(words).map(Object::toString).toArray(String[]::new);
      Object status =
          MAIN.getMethod("run", SCREEN, String[].class).invoke(null, screen, (Object) texts);
      return new Outcome((int) status, lines(out), lines(err));
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** In a JVM of that JDK. */
  public static Outcome fork(Jdk jdk, Map<String, String> environment, Object... words) {
    List<String> line = new ArrayList<>();
    line.add(jdk.tool("java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.add("-jar");
    line.add(Settings.agentJar().toString());
    List.of(words).forEach(word -> line.add(word.toString()));
    return fork(environment, line);
  }

  /** In a JVM of that JDK without any flags, as users run it. */
  public static Outcome fresh(Jdk jdk, Object... words) {
    List<String> line = new ArrayList<>();
    line.add(jdk.tool("java").toString());
    line.add("-jar");
    line.add(Settings.agentJar().toString());
    List.of(words).forEach(word -> line.add(word.toString()));
    return fork(Map.of(), line);
  }

  /** Starts the command in a JVM of that JDK, without waiting for it. */
  public static Process start(Jdk jdk, Object... words) {
    List<String> line = new ArrayList<>();
    line.add(jdk.tool("java").toString());
    line.add("-jar");
    line.add(Settings.agentJar().toString());
    List.of(words).forEach(word -> line.add(word.toString()));
    try {
      return new ProcessBuilder(line)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The same, with that command line prefix. */
  public static Outcome by(List<String> words, Jdk jdk, Path jar, Object... rest) {
    List<String> line = new ArrayList<>(words);
    line.addAll(List.of(jdk.tool("java").toString(), "-jar", jar.toString()));
    List.of(rest).forEach(word -> line.add(word.toString()));
    return fork(Map.of(), line);
  }

  static Outcome fork(Map<String, String> environment, List<String> line) {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "COLUMNS", "NO_COLOR"));
    builder.environment().putAll(environment);
    try {
      return outcome(line, builder.start());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(line + " cannot be run", failed);
    }
  }

  private static Outcome outcome(List<String> line, Process process)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    Lines out = new Lines(process.getInputStream());
    Lines err = new Lines(process.getErrorStream());
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(line + " takes too long: " + out.all() + err.all());
    }
    out.awaitEnd(SECONDS);
    err.awaitEnd(SECONDS);
    return new Outcome(process.exitValue(), out.all(), err.all());
  }

  /** The exit status, and both output streams. */
  public record Outcome(int status, List<String> out, List<String> err) {
    public JSONObject object() {
      return new JSONObject(String.join("\n", out));
    }

    public JSONArray array() {
      return new JSONArray(String.join("\n", out));
    }

    /** The first line that matches. */
    public String line(String regex) {
      return out.stream()
          .filter(line -> line.matches(regex))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no line is like " + regex + ": " + this));
    }
  }

  /** Keeps the jar open while the tests run. */
  private static final class JarLoader {
    static final ClassLoader LOADER = loader();

    private static ClassLoader loader() {
      try {
        URL jar = Settings.agentJar().toUri().toURL();
        return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
      } catch (IOException malformed) {
        throw new IllegalStateException(malformed);
      }
    }
  }
}
