package io.jssekeeper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusDataTest {
  private static final String[] TWO = {"one", "two"};

  /** Data from JMX and from the command channel: the printing code expects lists. */
  @Test
  void arraysOfStrings_areListsForThoseWhoPrintThem() {
    Map<String, Object> explanation = StatusData.explanation(StatusDataTest::value);
    Map<String, Object> status = StatusData.status(StatusDataTest::value);

    for (String name : List.of("contextChurn", "settings", "jdkDefects", "otherTls")) {
      assertThat(explanation.get(name)).as(name).isEqualTo(List.of(TWO));
    }
    assertThat(status.get("otherTls")).isEqualTo(List.of(TWO));
  }

  private static Object value(String attribute) {
    switch (attribute) {
      case "ContextChurn":
      case "SettingsAgainstResumption":
      case "JdkDefects":
      case "OtherTls":
        return TWO;
      case "Weaves":
      case "Handshakes":
      case "HandshakeTotals":
      case "HandshakesByDetail":
      case "HandshakesByReason":
      case "Savings":
      case "SessionCaches":
        return List.of();
      case "TicketKeys":
      case "SessionsByHolder":
      case "Protected":
        return Map.of();
      case "State":
        return "on";
      case "ErrorsSwallowed":
      case "RecordsDropped":
      case "StrongBytes":
      case "BudgetBytes":
        return 0L;
      default:
        return "";
    }
  }
}
