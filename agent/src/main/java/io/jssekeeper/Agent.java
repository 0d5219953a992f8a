package io.jssekeeper;

import java.lang.instrument.Instrumentation;

/** Where the JVM calls the agent in: at its start, or when attached to. */
public final class Agent {
  private Agent() {}

  public static void premain(String argument, Instrumentation instrumentation) {}

  public static void agentmain(String argument, Instrumentation instrumentation) {}
}
