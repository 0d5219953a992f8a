package io.jssekeeper.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCommandLineTest {
  @ParameterizedTest
  @CsvSource({
    "java -Xmx1g -cp a.jar:b.jar org.example.Main secret, org.example.Main",
    "/usr/bin/java -jar /opt/app/app.jar --port 1, app.jar",
    "java @options --add-opens java.base/java.lang=ALL-UNNAMED -jar -odd.jar, -odd.jar",
    "java -p mods -m app/org.example.Main, org.example.Main",
    "/opt/launcher/native-app, native-app",
  })
  void program_withArguments_isNamedWithoutThem(String line, String program) {
    assertThat(JavaCommandLine.program(List.of(line.split(" ")))).isEqualTo(program);
  }
}
