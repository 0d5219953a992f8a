package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A new PostgreSQL cluster, and its server's key material. PostgreSQL refuses to run as root: if
 * these tests run as root, it belongs to Debian's user {@code postgres}.
 */
final class PostgresCluster {
  private static final String USER = "postgres";

  private final Path folder;
  private final boolean isRoot = System.getProperty("user.name").equals("root");

  private PostgresCluster(Path folder) {
    this.folder = folder;
  }

  /** A cluster in a folder whose name has that prefix. */
  static PostgresCluster in(String name) {
    try {
      // The other user may have no access to the tests' own folder.
      PostgresCluster cluster = new PostgresCluster(Files.createTempDirectory(name));
      cluster.make();
      return cluster;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void make() throws IOException {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    Files.copy(keys.certificate(), certificate());
    Files.copy(keys.pemKey(), key());
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    if (isRoot) {
      Command.run(List.of("chown", "-R", USER, folder.toString()));
    }
    List<String> line = new ArrayList<>(List.of(asItsUser()));
    line.addAll(List.of("initdb", "-N", "-D", folder().toString()));
    Command.run(line);
  }

  /** The beginning of a command line for it. */
  String[] asItsUser() {
    return isRoot
        ? new String[] {"setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"}
        : new String[0];
  }

  Path folder() {
    return folder.resolve("data");
  }

  Path certificate() {
    return folder.resolve("certificate.pem");
  }

  Path key() {
    return folder.resolve("key.pem");
  }
}
