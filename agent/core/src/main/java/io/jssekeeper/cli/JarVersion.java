package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperVersion;
import picocli.CommandLine.IVersionProvider;

/** The jar's version, for {@code --version}. */
final class JarVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"jsse-keeper " + KeeperVersion.ours()};
  }
}
