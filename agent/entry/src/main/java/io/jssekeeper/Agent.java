package io.jssekeeper;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * The agent's entry point, on any JVM with {@code java.instrument}, even one too old for the
 * keeper, or one that runs a JDK tool.
 *
 * <p>Never throws: a JVM whose {@code premain} throws is aborted ({@code
 * sun.instrument.InstrumentationImpl}, JPLIS). The keeper itself is therefore called by reflection,
 * and this package is compiled to the oldest class file format that the build supports.
 */
public final class Agent {
  private static final String INSTALLER = "io.jssekeeper.install.Installer";

  /** As the command line reads it when it has attached the agent in vain. */
  private static final String REFUSAL_PROPERTY = "io.jssekeeper.refusal";

  private Agent() {}

  /** At the JVM's start, by {@code -javaagent:}. Leaves the JDK's tools and our own alone. */
  public static void premain(String argument, Instrumentation instrumentation) {
    try {
      if (!HostJvm.isTool()) {
        enter("install", argument, instrumentation);
      }
    } catch (Throwable t) {
      off(t);
    }
  }

  /** When attached to a running JVM. */
  public static void agentmain(String argument, Instrumentation instrumentation) {
    try {
      enter("attach", argument, instrumentation);
    } catch (Throwable t) {
      refuse(off(t));
    }
  }

  private static void enter(String way, String argument, Instrumentation instrumentation)
      throws Throwable {
    if (HostJvm.isTooOld()) {
      refuse(
          StandardError.off(
              "this JVM is Java " + HostJvm.version() + ", and it needs 11 or later"));
      return;
    }
    try {
      Class.forName(INSTALLER)
          .getMethod(way, String.class, Instrumentation.class)
          .invoke(null, argument, instrumentation);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static String off(Throwable cause) {
    try {
      return StandardError.off(HostJvm.text(cause));
    } catch (Throwable silent) {
      return "";
    }
  }

  private static void refuse(String sentence) {
    try {
      System.setProperty(REFUSAL_PROPERTY, sentence);
    } catch (Throwable denied) {
      // A security manager may: standard error has it.
    }
  }
}
