package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartPathTest {
  @Test
  void classes_ofThisRoom_nameNothingThatIsSlowToStart() throws Exception {
    List<Path> classes = classes();

    assertThat(classes).hasSizeGreaterThan(20);
    for (Path file : classes) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.getFileName().toString())
          .doesNotContain(
              "java/lang/invoke/",
              "java/lang/reflect/",
              "java/util/EnumSet",
              "java/util/EnumMap",
              "java/util/logging/",
              "java/util/regex/",
              "java/util/stream/");
    }
  }

  private static List<Path> classes() throws IOException, URISyntaxException {
    Path room = Path.of(Options.class.getResource("Options.class").toURI()).getParent();
    try (Stream<Path> files = Files.walk(room)) {
      return files.filter(StartPathTest::isClass).toList();
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }
}
