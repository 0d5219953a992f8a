package io.jssekeeper;

import io.jssekeeper.install.Installer;
import java.lang.instrument.Instrumentation;

/** Where the JVM calls the agent in. */
public final class Agent {
  private Agent() {}

  /** At the JVM's start, by {@code -javaagent:}. */
  public static void premain(String argument, Instrumentation instrumentation) {
    Installer.install(argument, instrumentation);
  }

  /** When attached to a running JVM. */
  public static void agentmain(String argument, Instrumentation instrumentation) {
    Installer.attach(argument, instrumentation);
  }
}
