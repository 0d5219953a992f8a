package io.jssekeeper.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JDK whose programs the demo runs: the one it runs on itself. */
final class Jdk {
  private final Path home;

  private Jdk(Path home) {
    this.home = home;
  }

  /**
   * The JDK at a home directory.
   *
   * @throws DemoFailure if a program that the demo needs is missing
   */
  static Jdk at(Path home) {
    Jdk jdk = new Jdk(home);
    Stream.of("java", "keytool", "jcmd").forEach(jdk::program);
    return jdk;
  }

  /** The path of the program, as text. */
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
