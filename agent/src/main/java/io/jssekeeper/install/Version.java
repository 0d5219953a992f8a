package io.jssekeeper.install;

/** The keeper's version. */
final class Version {
  private Version() {}

  /** As the jar's manifest says, or {@code unknown} outside of a jar. */
  static String ours() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
