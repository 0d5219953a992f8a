package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The agent's classes need not be loaded by the JDK's own system class loader. */
@OnEachJdk
final class ClassLoadersIT {
  private static final String OWN_LOADER =
      "-Djava.system.class.loader=io.jssekeeper.it.program.OwnLoader";

  @Parameter Stage stage;

  @Test
  void systemClassLoader_ownAndAttached_answers() {
    ForkedJvm server = stage.start(stage.server().flags(OWN_LOADER));

    assertThat(done("attach", server.pid(), "log=off").out().get(0))
        .isEqualTo(
            "keeper %s is in JVM %d now; see 'status %d'", version(), server.pid(), server.pid());
    assertAnswers(server);
    done("detach", server.pid());
  }

  @Test
  void systemClassLoader_ownFromTheStart_answers() {
    Agent agent = Agent.unasked("log=off");
    ForkedJvm server = stage.start(stage.server().flags(OWN_LOADER).agent(agent));

    assertAnswers(server);
    done("detach", server.pid());
  }

  /** As with WildFly started with {@code MODULE_OPTS=-javaagent:jsse-keeper.jar}. */
  @Test
  void jbossModules_loadingTheAgent_letsItAttachAgain() {
    Path modules = Settings.library("jboss-modules").get(0);
    Fork fork =
        stage
            .server()
            .flags("-javaagent:" + modules)
            .launchedBy(modules, "-javaagent:" + Settings.agentJar() + "=log=off");
    ForkedJvm server = stage.start(fork);

    assertAnswers(server);
    done("detach", server.pid());
    done("attach", server.pid(), "log=off");
    assertAnswers(server);
    done("detach", server.pid());
  }

  private static void assertAnswers(ForkedJvm server) {
    assertThat(done("status", server.pid()).out().get(0))
        .isEqualTo("keeper %s in JVM %d is healthy", version(), server.pid());
    done("set", server.pid(), "server.timeout=8h");
  }

  /** That of the jar's manifest, which the command reads too. */
  private static String version() {
    return KeeperCommand.run("--version").out().get(0).replace("jsse-keeper ", "");
  }

  private static Outcome done(Object... words) {
    Outcome outcome = KeeperCommand.run(words);
    assertThat(outcome.status()).as("%s", outcome).isZero();
    return outcome;
  }
}
