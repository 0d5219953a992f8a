package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A policy file that grants next to nothing to programs, and to the agent, and to agents that tests
 * have made, what the README asks for.
 */
final class TightPolicy {
  private static final Path FILE = written("tight.policy", "java.security.AllPermission");

  private TightPolicy() {}

  static Path file() {
    return FILE;
  }

  /** Grants the shipped agent only those permissions, each written as in a policy file. */
  static Path granting(List<String> permissions) {
    String file = Settings.newFile("jsse-keeper", ".policy").getFileName().toString();
    return written(file, permissions.toArray(new String[0]));
  }

  private static Path written(String file, String... permissions) {
    StringBuilder granted = new StringBuilder();
    for (String permission : permissions) {
      granted.append("  permission ").append(permission).append(";\n");
    }
    String text =
        String.join(
            "\n",
            "grant codeBase \"" + Settings.agentJar().toUri() + "\" {",
            granted + "};",
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
      return Files.writeString(Settings.work().resolve(file), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
