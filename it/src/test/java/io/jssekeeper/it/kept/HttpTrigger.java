package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.JvmFlags;
import java.time.Duration;

/** What makes JSSE lose sessions between two visits of an HTTP client. */
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
  /** A step of both sides' wall clock, two days forward. */
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
  /** The same, backward; JSSE loses nothing then. */
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
  /** The timeout changes from unlimited to an hour, on both sides. */
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
  /** The timeout is unlimited, on both sides: JSSE's servers then issue useless tickets. */
  NO_TIMEOUT {
    @Override
    void prepare(HttpScene scene) {
      scene.askBoth("timeout seconds=0");
    }
  },
  /** The timeout exceeds the seven days that a ticket may live, on both sides. */
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
   * Four simultaneous connections, and tickets for all of them: by the JDK's own setting, which
   * builds without JDK-8328608 lack, or by the agent's, which works everywhere.
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

  /** Before the visit that creates a session. */
  void prepare(HttpScene scene) {}

  /** Between that visit and the one that should resume, once for all pairs. */
  void strike(HttpScene scene) {}

  /** The same, for one client and one server. */
  void strike(HttpScene.Pair pair) {}

  /** The agent, with the options it needs to resume. */
  Agent agent() {
    return Agent.with("log=off");
  }

  /** Whether both sides use a wall clock controlled by the test. */
  boolean stepsClock() {
    return false;
  }

  /** How many simultaneous connections should resume. */
  int atOnce() {
    return 1;
  }
}
