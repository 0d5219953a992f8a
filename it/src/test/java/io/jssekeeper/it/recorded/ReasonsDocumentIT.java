package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/reasons.md} lists the reasons of each side that {@link ReasonsIT} provokes. */
final class ReasonsDocumentIT {
  private static final Path DOCUMENT = Path.of("..", "docs", "reasons.md");
  private static final Path LOG = Path.of("..", "docs", "log.md");
  private static final Pattern CLOSED_LIST =
      Pattern.compile("`reason` is one word of a closed list: ([^.]+)\\.");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| (client|server|both) \\|", Pattern.MULTILINE);

  /** It is a defect, and no test may see it: {@code ForkedJvm.checkHealth}. */
  private static final String NEVER = "unknown";

  /** Requires a client that uses a ticket twice, which JSSE's does not. */
  private static final String BY_OPENSSL = "tickets-used-up";

  @Test
  void everyReasonThatIsListed_isProvoked_andNoOther() throws IOException {
    String document = Files.readString(DOCUMENT);
    Set<String> server = provoked(ReasonCase::server);
    server.add(BY_OPENSSL);

    assertThat(listed(document, "client")).isEqualTo(provoked(ReasonCase::client));
    assertThat(listed(document, "server")).isEqualTo(server);
  }

  @Test
  void logDocument_eachReason_isNamed() throws IOException {
    Set<String> all = listed(Files.readString(DOCUMENT), "client");
    all.addAll(listed(Files.readString(DOCUMENT), "server"));
    all.add(NEVER);
    Matcher sentence = CLOSED_LIST.matcher(Files.readString(LOG));

    assertThat(sentence.find()).as("a list of reasons").isTrue();
    assertThat(sentence.group(1).replace("`", "").split(",\\s"))
        .containsExactlyInAnyOrder(all.toArray(String[]::new));
  }

  private static Set<String> provoked(Function<ReasonCase, String> ofSide) {
    return ReasonCases.all().map(ofSide).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> listed(String document, String side) {
    Set<String> reasons = new TreeSet<>();
    Matcher row = ROW.matcher(document);
    while (row.find()) {
      if (row.group(2).equals(side) || row.group(2).equals("both")) {
        reasons.add(row.group(1));
      }
    }
    reasons.remove(NEVER);
    return reasons;
  }
}
