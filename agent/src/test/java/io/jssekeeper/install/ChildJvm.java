package io.jssekeeper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A separate JVM of this JDK, run to completion. */
public final class ChildJvm {
  static final String JAR = System.getProperty("keeper.jar");
  static final String AGENT = "-javaagent:" + JAR;

  private static final long PATIENCE_SECONDS = 60;

  private final int status;
  private final List<String> out;
  private final List<String> err;
  private final List<String> notices;
  private final List<String> records;

  private ChildJvm(int status, List<String> out, List<String> err) {
    this.status = status;
    this.out = out;
    this.err = err;
    this.notices = startingWith("jsse-keeper: ", err);
    this.records = startingWith("handshake=", err);
  }

  /** Runs {@code java} with those arguments; waits for its end, for a limited time. */
  public static ChildJvm run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("jvm", ".out");
    Path err = Files.createTempFile("jvm", ".err");
    try {
      Process process = builder(arguments, out, err).start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      assertThat(ended).as("ended by itself; on standard error: " + lines(err)).isTrue();
      return new ChildJvm(process.exitValue(), lines(out), lines(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    }
  }

  /** Runs a test program with those options of {@code java}. */
  public static ChildJvm runProgram(Class<?> program, String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("-cp");
    arguments.add(testClasses() + File.pathSeparator + JAR);
    arguments.add(program.getName());
    return run(arguments.toArray(new String[0]));
  }

  static Path testClasses() {
    try {
      return Path.of(ChildJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A jar in that folder that turns a test class into an agent. */
  static Path agent(Class<?> type, Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", type.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve(type.getSimpleName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  private static ProcessBuilder builder(String[] arguments, Path out, Path err) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JSSE_KEEPER_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile());
  }

  private static List<String> startingWith(String start, List<String> lines) {
    return lines.stream().filter(line -> line.startsWith(start)).toList();
  }

  public int status() {
    return status;
  }

  /** What it printed on standard output. */
  public List<String> out() {
    return out;
  }

  /** The keeper's messages. */
  public List<String> notices() {
    return notices;
  }

  List<String> records() {
    return records;
  }

  @Override
  public String toString() {
    return "exit status " + status + "; out: " + out + "; err: " + err;
  }
}
