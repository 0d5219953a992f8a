package io.jssekeeper.cli.jvm;

/** A JVM of this machine. Immutable. */
public final class LocalJvm {
  static final String UNKNOWN = "?";

  private final long pid;
  private final String program;
  private final String java;
  private final boolean isReachable;

  private LocalJvm(long pid, String program, String java, boolean isReachable) {
    this.pid = pid;
    this.program = program;
    this.java = java;
    this.isReachable = isReachable;
  }

  /** One that the attach API has found. */
  LocalJvm(long pid, String program) {
    this(pid, program, UNKNOWN, true);
  }

  /**
   * A JVM found in {@code /proc}.
   *
   * @param java its version, or a question mark
   * @param isReachable whether it runs as a user that this one may attach to
   */
  static LocalJvm seen(long pid, String program, String java, boolean isReachable) {
    return new LocalJvm(pid, program, java, isReachable);
  }

  /** This one with a better name, if there is one. */
  LocalJvm named(String better) {
    return better.isEmpty() ? this : new LocalJvm(pid, better, java, isReachable);
  }

  public long pid() {
    return pid;
  }

  /** Its main class, or its jar's file; without arguments, since these may be secret. */
  public String program() {
    return program;
  }

  /** The version named by its {@code release} file; a question mark if unknown. */
  String java() {
    return java;
  }

  /** False for one that runs as a user that this one may not attach to. */
  boolean isReachable() {
    return isReachable;
  }
}
