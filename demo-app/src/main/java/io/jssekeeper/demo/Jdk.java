package io.jssekeeper.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JDK whose programs the demo runs: the one that runs the demo. */
final class Jdk {
  private final Path home;

  private Jdk(Path home) {
    this.home = home;
  }

  /**
   * The JDK at a home directory.
   *
   * @throws DemoFailure if it lacks one of the programs that the demo needs
   */
  static Jdk at(Path home) {
    Jdk jdk = new Jdk(home);
    Stream.of("java", "keytool", "jcmd").forEach(jdk::program);
    return jdk;
  }

  /** Where the program is, as text. */
  String program(String name) {
    return Stream.of(name, name + ".exe")
        .map(home.resolve("bin")::resolve)
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () ->
                new DemoFailure(
                    "The demo needs a JDK, and there is no '"
                        + name
                        + "' in "
                        + home.resolve("bin")
                        + ". Run it with the java of a JDK, 17 or later."));
  }
}
