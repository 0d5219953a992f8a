package io.jssekeeper;

import java.io.File;

/** What can be known of any JVM, however old, before any other class of the keeper is loaded. */
final class HostJvm {
  private static final int OLDEST = 11;

  /** Main classes of the JDK's tools; the second also runs programs from their source. */
  private static final String[] TOOLS = {
    "sun.security.tools.",
    "com.sun.tools.",
    "sun.tools.",
    "sun.rmi.registry.",
    "sun.rmi.server.",
    "jdk.jshell.execution.",
  };

  /** JEP 330: it runs a program of the user's. */
  private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";

  private HostJvm() {}

  /** {@code 1.8} or {@code 17}, as the JVM says it; empty if it does not. */
  static String version() {
    return property("java.specification.version");
  }

  /** False where it cannot be told: what is missing then fails by itself. */
  static boolean isTooOld() {
    String version = version();
    if (version.startsWith("1.")) {
      return true;
    }
    try {
      return Integer.parseInt(version) < OLDEST;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * Whether it was started for a tool of the JDK, or for the agent's command line. The launcher
   * tells (JLI's {@code SetMainModule}, HotSpot's {@code sun.java.command}).
   */
  static boolean isTool() {
    try {
      return isJdkTool() || isCommandLine();
    } catch (Throwable t) {
      return false; // the keeper itself says what is wrong here
    }
  }

  private static boolean isJdkTool() {
    String module = property("jdk.module.main");
    String main = mainClass();
    if (main.startsWith(SOURCE_LAUNCHER)) {
      return false;
    }
    if (module.startsWith("jdk.") || module.startsWith("java.")) {
      return true;
    }
    for (String tool : TOOLS) {
      if (module.isEmpty() && main.startsWith(tool)) {
        return true;
      }
    }
    return false;
  }

  /** {@code MODULE/CLASS ARGUMENTS}, {@code CLASS ARGUMENTS} or {@code JAR ARGUMENTS}. */
  private static String mainClass() {
    String command = property("sun.java.command");
    int end = command.indexOf(' ');
    String first = end < 0 ? command : command.substring(0, end);
    return first.substring(first.indexOf('/') + 1);
  }

  /** Then the keeper's jar, which this class comes from, is all that there is to run. */
  private static boolean isCommandLine() throws Exception {
    String classPath = property("java.class.path");
    if (classPath.isEmpty() || !property("jdk.module.main").isEmpty()) {
      return false;
    }
    File jar = new File(HostJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new File(classPath).getCanonicalFile().equals(jar.getCanonicalFile());
  }

  /** What was thrown, and what to do about it if that is known. */
  static String text(Throwable thrown) {
    return thrown instanceof SecurityException
        ? thrown + "; grant its jar java.security.AllPermission"
        : thrown.toString();
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    return value == null ? "" : value;
  }
}
