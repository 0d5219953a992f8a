package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.jvm.RefusedException;
import picocli.CommandLine.Parameters;

/** The JVM that a verb acts on. */
final class Target {
  @Parameters(index = "0", paramLabel = "PID", description = "Process id of the JVM; see 'list'.")
  long pid;

  KeeperClient connect() throws RefusedException {
    return KeeperClient.of(pid);
  }
}
