package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of reasons lists all of them, and no others. */
class ReasonsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "reasons.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)` \\| (client|server|both) \\| (.+) \\| (.+) \\|");

  private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

  private static final Pattern DETAIL =
      Pattern.compile("\\| `([a-z-]+)` \\| (full|failed)[^|]* \\| (.+) \\| (.+) \\|");

  @Test
  void details_each_areListedOnceWithAdvice() throws IOException {
    try (Stream<String> lines = Files.lines(DOCUMENT)) {
      List<String> words =
          lines.map(DETAIL::matcher).filter(Matcher::matches).map(row -> row.group(1)).toList();

      assertThat(words)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Detail.values()).map(Detail::word).toList());
    }
  }

  @Test
  void failures_areAllThereEachOnce() throws IOException {
    List<String> words = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(DOCUMENT)) {
      inside = line.startsWith("## ") ? line.equals("## Failures") : inside;
      if (inside && line.startsWith("| `")) {
        Matcher word = WORD.matcher(line.substring(0, line.indexOf('|', 1)));
        while (word.find()) {
          words.add(word.group(1));
        }
      }
    }

    assertThat(words)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Failure.values()).map(Failure::word).toList());
  }

  @Test
  void reasons_each_areListedOnceWithAdvice() throws IOException {
    try (Stream<String> lines = Files.lines(DOCUMENT)) {
      List<String> words =
          lines.map(ROW::matcher).filter(Matcher::matches).map(row -> row.group(1)).toList();

      assertThat(words)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Reason.values()).map(Reason::word).toList());
    }
  }
}
