package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/options.md matches {@link KnownOptions}. */
class OptionsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "options.md");

  @Test
  void table_eachOption_isAsInTheCode() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Option<?> option : KnownOptions.all()) {
      String changes = option.isLive() ? "at once" : "next start";
      expected.add(
          String.format(
              "| `%s` | %s | %s | %s |",
              option.key(), option.defaultText(), changes, option.effect()));
    }

    assertThat(rows()).isEqualTo(expected);
  }

  private static List<String> rows() throws IOException {
    try (Stream<String> lines = Files.lines(DOCUMENT)) {
      return lines.filter(line -> line.matches("\\| `.* \\| (at once|next start) \\| .*")).toList();
    }
  }
}
