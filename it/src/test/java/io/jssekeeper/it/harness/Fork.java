package io.jssekeeper.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A JVM to be forked: its JDK, flags, agent, program and arguments. */
public final class Fork {
  private static final String PROGRAMS = "io.jssekeeper.it.program.";
  private static final String HTTP_PROGRAMS = "io.jssekeeper.it.http.";
  private static final String MAIL_PROGRAMS = "io.jssekeeper.it.mail.";

  private final Jdk jdk;
  private final String program;
  private String classPath;
  private final List<String> flags = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private List<String> container = List.of();
  private List<String> launcher = List.of();
  private Agent agent = Agent.none();

  private Fork(Jdk jdk, String program, String classPath) {
    this.jdk = jdk;
    this.program = program;
    this.classPath = classPath;
  }

  /** A program that needs only a JDK, 11 or later. */
  static Fork ofProgram(Jdk jdk, String name) {
    return ofProgram(jdk, PROGRAMS, name);
  }

  private static Fork ofProgram(Jdk jdk, String folder, String name) {
    return new Fork(jdk, folder + name, Settings.programs().toString());
  }

  /** A program with the tests' libraries, which need JDK 17 or later. */
  static Fork ofHttpProgram(Jdk jdk, String name) {
    return new Fork(jdk, HTTP_PROGRAMS + name, Settings.testClassPath());
  }

  /** A program that needs only Tomcat, which needs JDK 17 or later. */
  static Fork ofTomcatProgram(Jdk jdk, String name) {
    return ofProgram(jdk, HTTP_PROGRAMS, name)
        .classPath(List.of(Settings.testPrograms()))
        .classPath(Settings.library("tomcat"));
  }

  /** A program with all of the tests' libraries. */
  static Fork ofMailProgram(Jdk jdk, String name) {
    return new Fork(jdk, MAIL_PROGRAMS + name, Settings.testClassPath());
  }

  /** An executable jar. */
  static Fork ofJar(Jdk jdk, Path jar) {
    return new Fork(jdk, "", jar.toString());
  }

  public Fork flags(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  /** From a jar: class archives (CDS) have no classes from folders. */
  public Fork packed() {
    classPath = ProgramsJar.path().toString();
    return this;
  }

  /** With these on its class path as well. */
  public Fork classPath(List<Path> jars) {
    for (Path jar : jars) {
      classPath += File.pathSeparator + jar;
    }
    return this;
  }

  /** With a security manager that lets programs read keys and properties, and use sockets. */
  public Fork confined() {
    return flags("-Djava.security.manager", "-Djava.security.policy==" + TightPolicy.file());
  }

  /** The same, with only those permissions for the agent, written as in a policy file. */
  public Fork confinedWith(List<String> permissions) {
    return flags(
        "-Djava.security.manager", "-Djava.security.policy==" + TightPolicy.granting(permissions));
  }

  /**
   * Through that jar, which runs the program as {@code -cp PATH CLASS} behind that option of the
   * jar.
   */
  public Fork launchedBy(Path jar, String option) {
    launcher = List.of("-jar", jar.toString(), option);
    return this;
  }

  /** In a container, which its JVM cannot distinguish from the machine. */
  public Fork in(Container where) {
    container = where.words();
    return this;
  }

  /** Through a command line with that prefix, which becomes the JVM. */
  public Fork by(List<String> words) {
    container = words;
    return this;
  }

  /** With a wall clock that the test can set. */
  public Fork clock(WallClock clock) {
    environment.putAll(clock.environment());
    return this;
  }

  public Fork agent(Agent chosen) {
    agent = chosen;
    return this;
  }

  /** An argument of the program, which is a default for its commands. */
  public Fork with(String key, Object value) {
    arguments.add(key + "=" + value);
    return this;
  }

  ForkedJvm start() {
    List<String> line = new ArrayList<>(container);
    line.add(jdk.tool("java").toString());
    line.addAll(List.of(Settings.laneFlags()));
    line.addAll(flags);
    line.addAll(agent.flags());
    line.addAll(launcher);
    line.addAll(
        program.isEmpty() ? List.of("-jar", classPath) : List.of("-cp", classPath, program));
    line.addAll(arguments);
    return new ForkedJvm(jdk, agent, line, process(line, environment));
  }

  /** Nothing in this run's environment may change what the forked JVM does. */
  private static Process process(List<String> line, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JSSE_KEEPER_OPTIONS"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
