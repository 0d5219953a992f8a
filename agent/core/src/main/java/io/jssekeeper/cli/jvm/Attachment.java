package io.jssekeeper.cli.jvm;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The result of attaching this jar's keeper to a JVM. Immutable. */
public final class Attachment {
  private final long pid;
  private final String version;
  private final boolean isNew;

  private Attachment(long pid, String version, boolean isNew) {
    this.pid = pid;
    this.version = version;
    this.isNew = isNew;
  }

  /**
   * Attaches, unless this keeper is already installed.
   *
   * @param argument the agent's argument; may be empty
   * @param copy whether to copy the jar to where that JVM can read it, until {@link #end}
   * @throws RefusedException also if the JVM has a keeper of another version
   */
  public static Attachment to(long pid, String argument, boolean copy) throws RefusedException {
    try (JvmAccess access = JvmAccess.to(pid)) {
      Optional<String> before = KeeperVersion.in(access.systemProperties());
      if (before.isPresent()) {
        requireOurs(pid, before.get());
        return new Attachment(pid, before.get(), false);
      }
      TargetJar jar = new TargetJar(pid);
      Path there = copy ? jar.copied() : jar.sameAsHere();
      try {
        access.load(there, argument);
        return new Attachment(pid, started(pid, access.systemProperties()), true);
      } catch (RefusedException e) {
        jar.removeCopies();
        throw e;
      }
    }
  }

  /** Removes the keeper from a JVM. */
  public static void end(long pid) throws RefusedException {
    try (JvmAccess access = JvmAccess.to(pid)) {
      Properties properties = access.systemProperties();
      KeeperClient.requireKeeper(pid, properties);
      if (KeeperClient.answers(properties)) {
        KeeperClient.of(pid, properties).invoke("detach");
        new TargetJar(pid).removeCopies();
        return;
      }
      access.load(new TargetJar(pid).sameAsHere(), "detach");
      if (KeeperVersion.in(access.systemProperties()).isPresent()) {
        throw new RefusedException(
            "the keeper is still in JVM " + pid + ": use the jar of its own version, and retry");
      }
    }
  }

  private static String started(long pid, Properties properties) throws RefusedException {
    Optional<String> version = KeeperVersion.in(properties);
    if (version.isEmpty()) {
      throw new RefusedException(
          "the keeper did not start in JVM " + pid + ": " + KeeperVersion.refusal(properties));
    }
    requireOurs(pid, version.get());
    return version.get();
  }

  /** Classes stay loaded after a detach, so the first version comes back. */
  private static void requireOurs(long pid, String version) throws RefusedException {
    String ours = KeeperVersion.ours();
    if (!version.equals(ours)) {
      throw new RefusedException(
          "keeper "
              + version
              + " is in JVM "
              + pid
              + " and this is "
              + ours
              + ": use its own jar, or restart the JVM with this one");
    }
  }

  public long pid() {
    return pid;
  }

  /** The version of the installed keeper. */
  public String version() {
    return version;
  }

  /** Whether it was not installed before. */
  public boolean isNew() {
    return isNew;
  }
}
