package io.jssekeeper.it.harness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The JDKs of this test run, printed once, each as a separate stage.
 *
 * <p>Those named by {@code -Dit.jdks=HOME,HOME} or the environment's {@code IT_JDKS}, all of which
 * must be usable; else those installed on the system: the running one, that of {@code JAVA_HOME},
 * and their siblings.
 */
final class Jdks implements ArgumentsProvider {
  private static final List<Jdk> USED = printed();

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    boolean all = Settings.full() || test.getAnnotation(OnEachJdk.class).evenInFastLane();
    long used = all ? USED.size() : 1;
    USED.stream()
        .skip(used)
        .forEach(jdk -> System.out.printf("%s on %s: -Dit.full%n", test.getSimpleName(), jdk));
    return USED.stream().limit(used).map(Stage::new).map(Arguments::of);
  }

  static List<Jdk> used() {
    return USED;
  }

  private static List<Jdk> printed() {
    JdkSearch search = new JdkSearch();
    Optional<String> named = named();
    named.map(Jdks::split).orElseGet(Jdks::installed).forEach(search::look);
    search.found().forEach(jdk -> System.out.println("tested on " + jdk + " (" + jdk.home() + ")"));
    search.passedOver().forEach(line -> System.out.println("not tested on " + line));
    if (search.found().isEmpty() || named.isPresent() && !search.passedOver().isEmpty()) {
      throw new IllegalStateException("JDKs that cannot be tested on: " + search.passedOver());
    }
    return search.found();
  }

  private static Optional<String> named() {
    return Optional.ofNullable(System.getProperty("it.jdks", System.getenv("IT_JDKS")))
        .filter(homes -> !homes.isBlank());
  }

  private static List<Path> split(String homes) {
    return Stream.of(homes.split(",")).map(String::strip).map(Path::of).toList();
  }

  private static List<Path> installed() {
    List<Path> folders = new ArrayList<>();
    Path running = Path.of(System.getProperty("java.home"));
    folders.add(running);
    Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(folders::add);
    List.copyOf(folders).forEach(home -> folders.addAll(siblings(home)));
    return folders;
  }

  private static List<Path> siblings(Path home) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(home.toRealPath().getParent(), Files::isDirectory)) {
      all.forEach(folders::add);
    } catch (IOException unreadable) {
      System.out.println("not tested on siblings of " + home + ": " + unreadable);
    }
    folders.sort(null);
    return folders;
  }
}
