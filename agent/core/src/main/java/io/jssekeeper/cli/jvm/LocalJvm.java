package io.jssekeeper.cli.jvm;

/** A JVM of this machine. Immutable. */
public final class LocalJvm {
  private final long pid;
  private final String program;

  LocalJvm(long pid, String program) {
    this.pid = pid;
    this.program = program;
  }

  public long pid() {
    return pid;
  }

  /** Its main class, or its jar's file; without arguments, since these may be secret. */
  public String program() {
    return program;
  }
}
