package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Wire;
import io.jssekeeper.it.kept.EndVariant.Side;
import io.jssekeeper.it.kept.UncleanEnd.Trait;
import java.util.HashMap;
import java.util.Map;

/** Lets connections end, and examines what has become of their sessions. Starts JVMs as needed. */
final class EndLab {
  /** The same instance each time, so that the JVMs are reused. */
  static final Agent NO_AGENT = Agent.none();

  private final Stage stage;
  private final Map<Role, ForkedJvm> jvms = new HashMap<>();
  private final Map<Door, Long> ports = new HashMap<>();

  EndLab(Stage stage) {
    this.stage = stage;
  }

  /** What becomes of a session with that agent, or without one. */
  Fate fate(UncleanEnd end, EndVariant variant, Agent agent) {
    boolean strict = end.has(Trait.STRICT);
    boolean stateless = variant.way().isStateless();
    boolean ofClient = variant.side() == Side.CLIENT;
    Role peer = new Role(Side.SERVER, NO_AGENT, false, stateless);
    Role server = ofClient ? peer : new Role(Side.SERVER, agent, strict, stateless);
    Role client = new Role(Side.CLIENT, agent, strict, false);
    try (Wire wire = Wire.to(port(new Door(server, ofClient ? "" : variant.over().arguments())))) {
      EndScene scene =
          ofClient
              ? new ClientEndScene(jvm(client), wire, variant)
              : new ServerEndScene(jvm(server), wire, variant);
      end.play().accept(scene);
      scene.settle();
      boolean there = scene.isThere();
      return end.fateIf(there, scene.resumes(), variant);
    }
  }

  /**
   * How many sessions that agent reports to have kept although their connections ended uncleanly.
   */
  long keptByClose(Agent agent) {
    return jvms.entrySet().stream()
        .filter(each -> each.getKey().agent == agent)
        .mapToLong(each -> keptByClose(each.getValue()))
        .sum();
  }

  private static long keptByClose(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      return (Long) jmx.keeper().map("Protected").get("close");
    }
  }

  /** A JVM shared by all tests that can share it. */
  private ForkedJvm jvm(Role role) {
    return jvms.computeIfAbsent(role, wanted -> stage.start(wanted.of(stage)));
  }

  private long port(Door door) {
    return ports.computeIfAbsent(
        door, wanted -> jvm(wanted.server).ask(("listen " + wanted.over).strip()).number("port"));
  }

  private record Role(Side side, Agent agent, boolean strict, boolean stateless) {
    Fork of(Stage stage) {
      Fork fork = side == Side.CLIENT ? stage.client() : stage.server();
      fork.agent(agent);
      if (strict) {
        fork.flags(JvmFlags.REQUIRE_CLOSE_NOTIFY);
      }
      if (side == Side.SERVER && !stateless) {
        fork.flags(JvmFlags.NO_STATELESS_TICKETS);
      }
      return fork;
    }
  }

  private record Door(Role server, String over) {}
}
