package io.jssekeeper.it;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;

/** What makes JSSE lose sessions between one visit of an HTTP client and the next. */
enum HttpTrigger {
  /** Nothing. */
  NONE,
  /** A collection that clears soft references. */
  COLLECTION("-XX:SoftRefLRUPolicyMSPerMB=0") {
    @Override
    void strike(HttpScene scene) {
      scene.askBoth("collect");
    }
  },
  /** A step of the wall clock of both sides, forwards. */
  CLOCK {
    @Override
    void strike(HttpScene scene) {
      scene.stepClock();
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
  /** A connection that resumes is cut in the middle of a page. */
  CUT("-Dcom.sun.net.ssl.requireCloseNotify=true") {
    @Override
    void strike(HttpScene.Pair pair) {
      pair.visitAndCut();
    }
  },
  /**
   * Four connections at once, and tickets for as many: by the JDK's own setting, which builds
   * without JDK-8328608 do not know, or by the agent's, which all know.
   */
  AT_ONCE("-Djdk.tls.server.newSessionTicketCount=4") {
    @Override
    int atOnce() {
      return 4;
    }

    @Override
    Agent agent() {
      return Agent.with("log=off", "server.tickets=4");
    }
  };

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

  /** How many connections should resume at once. */
  int atOnce() {
    return 1;
  }
}
