package io.jssekeeper.it.harness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK tool, {@code java} included, run to completion in an environment set by the test. */
public final class JdkTool {
  private final Path home;
  private final Map<String, String> environment;

  private JdkTool(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  public static JdkTool of(Path home) {
    return new JdkTool(home, Map.of());
  }

  /** As on a machine where the agent is in every JVM's options. */
  public JdkTool withAgentEverywhere(String options) {
    String agent = "-javaagent:" + Settings.agentJar() + "=" + options;
    return new JdkTool(home, Map.of("JAVA_TOOL_OPTIONS", agent));
  }

  public KeeperCommand.Outcome run(String name, Object... words) {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("bin").resolve(name).toString());
    Stream.of(words).map(Object::toString).forEach(line::add);
    return KeeperCommand.fork(environment, line);
  }

  /**
   * A JDK 8: that of {@code -Dit.jdk8=HOME} or the environment's {@code IT_JDK8}, else a sibling of
   * the JDK that runs this, or of any JDK to be tested on.
   */
  public static Optional<Path> homeOf8() {
    String named = System.getProperty("it.jdk8", System.getenv("IT_JDK8"));
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    String tested = System.getProperty("it.jdks", "");
    return Stream.of((System.getProperty("java.home") + "," + tested).split(","))
        .map(String::strip)
        .filter(home -> !home.isEmpty())
        .flatMap(home -> siblings(Path.of(home)).stream())
        .filter(JdkTool::is8)
        .findFirst();
  }

  private static List<Path> siblings(Path home) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(home.toRealPath().getParent())) {
      all.forEach(folders::add);
    } catch (IOException unreadable) {
      System.out.println("no siblings of " + home + ": " + unreadable);
    }
    return folders;
  }

  /** Some builds have no {@code release} file; all have this one, and no later JDK does. */
  private static boolean is8(Path home) {
    return Files.isReadable(home.resolve("jre/lib/rt.jar"))
        && Files.isExecutable(home.resolve("bin/javac"));
  }
}
