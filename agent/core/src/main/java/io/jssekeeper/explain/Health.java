package io.jssekeeper.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with the keeper itself, one sentence each. */
public final class Health {
  private Health() {}

  /** Empty if it is healthy. */
  public static <E extends Exception> List<String> troubles(Values<E> keeper) throws E {
    List<String> troubles = new ArrayList<>();
    String state = keeper.text("State");
    if (!state.equals("on")) {
      troubles.add(state);
    }
    for (Map<String, Object> weave : keeper.rows("Weaves")) {
      if (weave.get("state").equals("failed")) {
        troubles.add(weave.get("point") + " is not woven, " + weave.get("detail"));
      }
    }
    String selfCheck = keeper.text("SelfCheck");
    if (selfCheck.startsWith("failed")) {
      troubles.add("self-check " + selfCheck);
    }
    Map<String, Object> keys = keeper.map("TicketKeys");
    if (!keys.getOrDefault("why", "").equals("")) {
      troubles.add("ticket keys are " + keys.get("state") + ": " + keys.get("why"));
    }
    long errors = keeper.number("ErrorsSwallowed");
    if (errors > 0) {
      troubles.add(count(errors) + " internal errors, the last: " + keeper.text("LastError"));
    }
    long dropped = keeper.number("RecordsDropped");
    if (dropped > 0) {
      troubles.add(count(dropped) + " records could not be written to the log");
    }
    return troubles;
  }

  /** Formatted as by the command line. */
  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
