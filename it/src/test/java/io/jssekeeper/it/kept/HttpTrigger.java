package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.JvmFlags;
import java.time.Duration;

/** What makes JSSE lose sessions between one visit of an HTTP client and the next. */
enum HttpTrigger {
  /** Nothing. */
  NONE,
  /** A collection that clears soft references. */
  COLLECTION(JvmFlags.CLEAR_SOFT_REFERENCES) {
    @Override
    void strike(HttpScene scene) {
      scene.askBoth("collect");
    }
  },
  /** A step of the wall clock of both sides, two days forwards. */
  CLOCK {
    @Override
    boolean stepsClock() {
      return true;
    }

    @Override
    void strike(HttpScene scene) {
      scene.stepClock(TWO_DAYS);
    }
  },
  /** The same, backwards; JSSE loses nothing by it. */
  CLOCK_BACK {
    @Override
    boolean stepsClock() {
      return true;
    }

    @Override
    void strike(HttpScene scene) {
      scene.stepClock(TWO_DAYS.negated());
    }
  },
  /** The timeout changes from no limit to an hour, on both sides. */
  TIMEOUT {
    @Override
    void prepare(HttpScene scene) {
      scene.askBoth("timeout seconds=0");
    }

    @Override
    void strike(HttpScene scene) {
      scene.askBoth("timeout seconds=3600");
    }
  },
  /** There is no timeout, on both sides: servers of JSSE then send tickets of no use. */
  NO_TIMEOUT {
    @Override
    void prepare(HttpScene scene) {
      scene.askBoth("timeout seconds=0");
    }
  },
  /** It is longer than the seven days that a ticket may live, on both sides. */
  LONG_TIMEOUT {
    @Override
    void prepare(HttpScene scene) {
      scene.askBoth("timeout seconds=" + Duration.ofDays(8).toSeconds());
    }
  },
  /** A connection that resumes is cut in the middle of a page. */
  CUT(JvmFlags.REQUIRE_CLOSE_NOTIFY) {
    @Override
    void strike(HttpScene.Pair pair) {
      pair.visitAndCut();
    }
  },
  /**
   * Four connections at once, and tickets for as many: by the JDK's own setting, which builds
   * without JDK-8328608 do not know, or by the agent's, which all know.
   */
  AT_ONCE(JvmFlags.TICKETS_SENT + 4) {
    @Override
    int atOnce() {
      return 4;
    }

    @Override
    Agent agent() {
      return Agent.with("log=off", "server.tickets=4");
    }
  };

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final String[] flags;

  HttpTrigger(String... flags) {
    this.flags = flags;
  }

  Fork in(Fork fork) {
    return fork.flags(flags);
  }

  /** Before the visit that brings a session. */
  void prepare(HttpScene scene) {}

  /** Between that visit and the one that should resume it, once for all. */
  void strike(HttpScene scene) {}

  /** The same, for one client and one server. */
  void strike(HttpScene.Pair pair) {}

  /** The agent, with the options that it takes to resume. */
  Agent agent() {
    return Agent.with("log=off");
  }

  /** Whether both sides go by a wall clock of the test's. */
  boolean stepsClock() {
    return false;
  }

  /** How many connections should resume at once. */
  int atOnce() {
    return 1;
  }
}
