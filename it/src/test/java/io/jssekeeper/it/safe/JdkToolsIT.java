package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.JdkTool;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent in the options of every JVM on a machine leaves tools alone, and does no harm. */
@OnEachJdk
final class JdkToolsIT {
  private static final String PROGRAM =
      "public class Program { public static void main(String[] words) { System.out.println("
          + "\"keeper \" + System.getProperty(\"io.jssekeeper.version\")); } }";

  @Parameter Stage stage;
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"javac -version", "jar --version", "jcmd -h", "jdeps --version", "keytool -help"})
  void jdkTool_withTheAgent_saysAndDoesWhatItDoesWithout(String command) {
    assertLeftAlone(command);
  }

  @Test
  void keytoolOnAStore_withTheAgent_saysAndDoesWhatItDoesWithout() {
    assertLeftAlone(
        "keytool -list -storepass changeit -keystore " + KeyMaterial.shared().ec().store());
  }

  @Test
  void ownCommandLine_withTheAgent_saysAndDoesWhatItDoesWithout() {
    assertLeftAlone("java -jar " + Settings.agentJar() + " options");
  }

  /** It runs in the compiler's main class, but is a program. */
  @Test
  void programRunFromItsSource_withTheAgent_hasTheKeeper() throws IOException {
    Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    KeeperCommand.Outcome outcome =
        JdkTool.of(stage.jdk().home()).withAgentEverywhere("sweep=1s").run("java", source);

    assertThat(outcome.out()).singleElement().asString().matches("keeper \\d.*");
  }

  private void assertLeftAlone(String command) {
    Path log = folder.resolve("log");
    List<String> words = List.of(command.split(" "));
    Object[] rest = words.subList(1, words.size()).toArray();
    JdkTool plain = JdkTool.of(stage.jdk().home());

    KeeperCommand.Outcome without = plain.run(words.get(0), rest);
    KeeperCommand.Outcome with = plain.withAgentEverywhere("log=" + log).run(words.get(0), rest);

    assertThat(with.out()).isEqualTo(without.out());
    assertThat(with.status()).isEqualTo(without.status());
    assertThat(with.err().stream().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
        .isEqualTo(without.err());
    assertThat(log).doesNotExist();
  }
}
