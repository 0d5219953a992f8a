package io.jssekeeper.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest says. */
final class JarVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = JarVersion.class.getPackage().getImplementationVersion();
    return new String[] {"jsse-keeper " + (version == null ? "unknown" : version)};
  }
}
