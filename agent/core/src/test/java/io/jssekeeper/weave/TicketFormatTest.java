package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketFormatTest {
  @Test
  void format_ofThisJdk_isKnown() {
    assertThat(TicketFormat.ofThisJdk()).isPresent();
    assertThat(TicketFormat.ofThisJdk().get())
        .hasSize(32)
        .isEqualTo(TicketFormat.ofThisJdk().get());
  }

  @Test
  void format_withoutStatelessTickets_isNone() {
    assertThat(TicketFormat.of(name -> null)).isEmpty();
  }

  /** The JDKs beside this one, whichever there are. */
  @Test
  void formats_ofOtherJdks_areThoseByWhichTheyReadEachOther() throws Exception {
    Map<Integer, String> formats = new TreeMap<>();
    for (Path home : homes()) {
      if (Files.exists(home.resolve("lib/jrt-fs.jar"))) {
        note(home, formats);
      }
    }

    assertThat(formats.get(11)).isIn(null, "");
    assertSame(formats, 17, 21);
    assertSame(formats, 25, 26);
    assertThat(formats.getOrDefault(25, "25")).isNotEqualTo(formats.getOrDefault(17, "17"));
    assertThat(formats.getOrDefault(27, "27")).isNotEqualTo(formats.getOrDefault(26, "26"));
  }

  private static void assertSame(Map<Integer, String> formats, int one, int other) {
    if (formats.containsKey(one) && formats.containsKey(other)) {
      assertThat(formats.get(one)).as("%d and %d", one, other).isEqualTo(formats.get(other));
    }
  }

  private static Iterable<Path> homes() throws Exception {
    Stream.Builder<Path> homes = Stream.builder();
    for (Path parent :
        new Path[] {
          Path.of(System.getProperty("java.home")).toRealPath().getParent(), Path.of("/opt/jdks")
        }) {
      if (Files.isDirectory(parent)) {
        try (Stream<Path> all = Files.list(parent)) {
          all.forEach(homes);
        }
      }
    }
    return homes.build().toList();
  }

  private static void note(Path home, Map<Integer, String> formats) throws Exception {
    String version =
        Files.readAllLines(home.resolve("release")).stream()
            .filter(line -> line.startsWith("JAVA_VERSION="))
            .findFirst()
            .orElseThrow()
            .replaceAll("[^0-9.]", "");
    try (FileSystem jdk =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()))) {
      Optional<byte[]> format = TicketFormat.of(name -> open(jdk, name));
      formats.put(
          Integer.parseInt(version.split("\\.")[0]),
          format.map(HexFormat.of()::formatHex).orElse(""));
    }
  }

  private static InputStream open(FileSystem jdk, String name) throws java.io.IOException {
    Path file = jdk.getPath("/modules/java.base/" + name + ".class");
    return Files.exists(file) ? Files.newInputStream(file) : null;
  }
}
