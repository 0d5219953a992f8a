package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/promises.md} names every integration test of the module {@code it}, and no other. */
class PromisesDocumentTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME = Pattern.compile("`(\\w+IT)`");

  @Test
  void promises_eachTest_isListed() throws IOException {
    assertThat(named()).isEqualTo(tests());
  }

  private static Set<String> named() throws IOException {
    Matcher name = NAME.matcher(Files.readString(ROOT.resolve("docs/promises.md")));
    Set<String> named = new TreeSet<>();
    while (name.find()) {
      named.add(name.group(1));
    }
    return named;
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("it/src/test/java"))) {
      return files
          .filter(file -> !file.getParent().endsWith("harness")) // tests of the tests
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("IT.java"))
          .map(name -> name.replace(".java", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
