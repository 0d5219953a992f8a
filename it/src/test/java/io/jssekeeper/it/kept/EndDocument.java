package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document of unclean ends: sections for groups of JDKs, and a table for each side. */
final class EndDocument {
  private static final Path PATH = Path.of("..", "docs", "unclean-ends.md");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String SECTION = "## JDK ";

  private EndDocument() {}

  /**
   * Checks that the section of that JDK has these lines.
   *
   * @param all whether that table must have no other lines
   */
  static void check(Jdk jdk, List<String> lines, boolean all) {
    List<String> section = section(jdk);
    if (section.isEmpty()) {
      System.out.println(PATH + " says nothing of " + jdk);
      return;
    }
    int begin = section.indexOf(lines.get(0));
    assertThat(begin).as("%s in %s", lines.get(0), PATH).isNotNegative();
    List<String> table =
        section.stream().skip(begin).takeWhile(line -> line.startsWith("|")).toList();
    if (all) {
      assertThat(table).as("%s, %s", PATH, jdk).isEqualTo(lines);
    } else {
      assertThat(table).as("%s, %s", PATH, jdk).containsAll(lines);
    }
  }

  private static List<String> section(Jdk jdk) {
    try {
      return Files.readAllLines(PATH).stream()
          .dropWhile(line -> !(line.startsWith(SECTION) && names(line, jdk)))
          .skip(1)
          .takeWhile(line -> !line.startsWith(SECTION))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean names(String heading, Jdk jdk) {
    Matcher numbers = NUMBER.matcher(heading);
    return numbers.results().anyMatch(each -> each.group().equals("" + jdk.feature()));
  }
}
