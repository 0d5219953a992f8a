package io.jssekeeper.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A copy of the agent's jar that is overwritten while JVMs use it. */
public final class JarInUse {
  /** Classes that no host needs, or only with an option or a recording. */
  private static final Pattern UNNEEDED =
      Pattern.compile(
          "io/jssekeeper/(Main|.*package-info|cli/.*|jfr/Jfr(Handshake|SessionRemoved)"
              + "|shaded/(?!asm/).*|metrics/.*|otel/.*)\\.class");

  private final Path original;
  private final Path jar;
  private final List<Path> loaded = new ArrayList<>();

  /** What a file is overwritten with. */
  public enum Damage {
    OTHER_BYTES,
    FEWER_BYTES,
    MORE_BYTES,
    NOTHING
  }

  private JarInUse(Path original, Path jar) {
    this.original = original;
    this.jar = jar;
  }

  public static JarInUse copy() {
    return copyOf(Settings.agentJar());
  }

  /** A copy of another build of the agent. */
  public static JarInUse copyOf(Path original) {
    JarInUse jar = new JarInUse(original, Settings.newFile("jsse-keeper-in-use", ".jar"));
    jar.repair();
    return jar;
  }

  /** The agent is expected to report errors. */
  public Agent agent(String... options) {
    return Agent.troubled(jar, options);
  }

  /** Makes that JVM log which classes it has loaded. */
  public Fork usedBy(Fork fork) {
    Path file = Settings.newFile("loaded", ".txt");
    loaded.add(file);
    return fork.flags("-Xlog:class+load:file=" + file);
  }

  /** Waits until each of its JVMs has loaded everything the agent may need later. */
  public void awaitLoaded() {
    List<String> needed = needed();
    for (Path file : loaded) {
      Awaitility.await().untilAsserted(() -> assertThat(classesIn(file)).containsAll(needed));
    }
  }

  private static Set<String> classesIn(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .map(line -> line.replaceFirst("^.*\\] ", "").replaceFirst(" .*$", ""))
        .collect(Collectors.toSet());
  }

  private List<String> needed() {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.matches("io/jssekeeper/.*\\.class"))
          .filter(name -> !UNNEEDED.matcher(name).matches())
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Overwrites the file in place: a process that has it open reads the new bytes. */
  public void damage(Damage how) {
    try {
      long length = how == Damage.NOTHING ? 0 : Files.size(jar) / 2;
      Files.write(
          jar,
          noise(
              switch (how) {
                case OTHER_BYTES -> 2 * length;
                case MORE_BYTES -> 3 * length;
                default -> length;
              }),
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] noise(long length) {
    byte[] bytes = new byte[(int) length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /** Overwrites it with what it was, also in place. */
  public void repair() {
    try {
      Files.write(jar, Files.readAllBytes(original));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs it as the command line. */
  public KeeperCommand.Outcome command(Jdk jdk, Object... words) {
    List<String> line = new ArrayList<>();
    line.add(jdk.tool("java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    Arrays.stream(words).map(Object::toString).forEach(line::add);
    return KeeperCommand.fork(Map.of(), line);
  }
}
