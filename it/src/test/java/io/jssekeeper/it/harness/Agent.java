package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.util.List;

/** The agent of a forked JVM, or its absence: a list of JVM flags. */
public final class Agent {
  private final List<String> flags;
  private final boolean healthy;

  private Agent(List<String> flags, boolean healthy) {
    this.flags = flags;
    this.healthy = healthy;
  }

  public static Agent none() {
    return new Agent(List.of(), false);
  }

  /** The shipped agent with options such as {@code memory=50%}; it must swallow no error. */
  public static Agent with(String... options) {
    return new Agent(flags(Settings.agentJar(), options), true);
  }

  /** An agent that is expected to have something to complain of. */
  public static Agent troubled(Path jar, String... options) {
    return new Agent(flags(jar, options), false);
  }

  /** The shipped agent, where there is no asking it by JMX how it is. */
  public static Agent unasked(String... options) {
    return new Agent(flags(Settings.agentJar(), options), false);
  }

  private static List<String> flags(Path jar, String... options) {
    String argument = options.length == 0 ? "" : "=" + String.join(",", options);
    return List.of("-javaagent:" + jar + argument);
  }

  /** Whether there is one. */
  public boolean isThere() {
    return !flags.isEmpty();
  }

  List<String> flags() {
    return flags;
  }

  /** Whether a test must end without any error swallowed. */
  boolean isHealthy() {
    return healthy;
  }

  @Override
  public String toString() {
    return isThere() ? "with the agent" : "without the agent";
  }
}
