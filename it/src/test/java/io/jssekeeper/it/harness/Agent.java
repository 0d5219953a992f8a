package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.util.List;

/** A forked JVM's agent, or its absence: a list of JVM flags. */
public final class Agent {
  /** What a test demands of it at the end. */
  enum Health {
    /** Nothing. */
    ANY,
    /** That it has swallowed no error. */
    SOUND,
    /** That it has swallowed none except for lack of heap. */
    PRESSED
  }

  private final List<String> flags;
  private final Health health;

  private Agent(List<String> flags, Health health) {
    this.flags = flags;
    this.health = health;
  }

  public static Agent none() {
    return new Agent(List.of(), Health.ANY);
  }

  /** The shipped agent with options such as {@code memory=50%}; it must not swallow any error. */
  public static Agent with(String... options) {
    return new Agent(flags(Settings.agentJar(), options), Health.SOUND);
  }

  /**
   * The shipped agent, in a JVM whose heap will be full: it may swallow that error, and no other.
   */
  public static Agent pressed(String... options) {
    return new Agent(flags(Settings.agentJar(), options), Health.PRESSED);
  }

  /** An agent that is expected to report errors. */
  public static Agent troubled(Path jar, String... options) {
    return new Agent(flags(jar, options), Health.ANY);
  }

  /** The shipped agent, where JMX cannot be asked for its state. */
  public static Agent unasked(String... options) {
    return new Agent(flags(Settings.agentJar(), options), Health.ANY);
  }

  private static List<String> flags(Path jar, String... options) {
    String argument = options.length == 0 ? "" : "=" + String.join(",", options);
    return List.of("-javaagent:" + jar + argument);
  }

  /** Whether there is an agent. */
  public boolean isThere() {
    return !flags.isEmpty();
  }

  List<String> flags() {
    return flags;
  }

  Health health() {
    return health;
  }

  @Override
  public String toString() {
    return isThere() ? "with the agent" : "without the agent";
  }
}
