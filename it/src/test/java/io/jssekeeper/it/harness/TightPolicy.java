package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A policy file that grants programs next to nothing, and the agent, and agents that tests have
 * made, what the README asks for.
 */
final class TightPolicy {
  private static final Path FILE = written();

  private TightPolicy() {}

  static Path file() {
    return FILE;
  }

  private static Path written() {
    String text =
        String.join(
            "\n",
            "grant codeBase \"" + Settings.agentJar().toUri() + "\" {",
            "  permission java.security.AllPermission;",
            "};",
            "grant codeBase \"" + Settings.work().toUri() + "*\" {",
            "  permission java.security.AllPermission;",
            "};",
            "grant codeBase \"" + Settings.programs().toUri() + "-\" {",
            "  permission java.net.SocketPermission \"*\", \"connect,accept,resolve,listen\";",
            "  permission java.io.FilePermission \"" + Settings.work() + "/-\", \"read\";",
            "  permission java.util.PropertyPermission \"*\", \"read\";",
            "};",
            "");
    try {
      Files.createDirectories(Settings.work());
      return Files.writeString(Settings.work().resolve("tight.policy"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
