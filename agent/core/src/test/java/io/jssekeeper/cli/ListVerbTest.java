package io.jssekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.cli.print.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListVerbTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true);
  private final ListVerb list = new ListVerb(new Screen(stream, stream, Screen.UNLIMITED, false));

  @Test
  void print_noJvm_isASentenceAndNoTable() {
    list.print(List.of());

    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("user '" + System.getProperty("user.name") + "' can see no other JVM");
  }

  @Test
  void print_jvm_isARowBelowTitles() {
    list.print(List.of(Map.of("pid", 7L, "keeper", "", "java", "17", "program", "Server")));

    assertThat(out.toString().lines())
        .map(line -> line.replaceAll(" +", " ").strip())
        .containsExactly("PID KEEPER JAVA PROGRAM", "7 - 17 Server");
  }
}
