package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidOptionExceptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "client.timout=1h | unknown key 'client.timout' with value '1h' (argument): the nearest"
            + " known key is 'client.timeout'",
        "=1h | unknown key '' with value '1h' (argument): the nearest known key is 'log'",
        "memory=2%,memory=3% | repeated key 'memory' with value '3%' (argument): it already has the"
            + " value '2%' there; write it once",
        "jmx=true,jmx=true | repeated key 'jmx' with value 'true' (argument): it already has the"
            + " value 'true' there; write it once",
        "sweep= | empty value for key 'sweep' (argument): write a duration from 10ms to 1h, such as"
            + " 500ms, 30s, 10m or PT30S",
        "sweep=30 | invalid value '30' for key 'sweep' (argument): it has no unit; add ms, s, m,"
            + " h or d; write a duration from 10ms to 1h, such as 500ms, 30s, 10m or PT30S",
        "client.timeout=-1s | invalid value '-1s' for key 'client.timeout' (argument): it is"
            + " negative; write a duration in whole seconds from 0 (no limit) to 2147483647s, such"
            + " as 30s, 10m, 8h, 1d or PT30S",
        "client.tickets=1001 | invalid value '1001' for key 'client.tickets' (argument): it is"
            + " out of range; write a whole number from 0 to 1000",
        "memory=101% | invalid value '101%' for key 'memory' (argument): it is more than 100%;"
            + " write a size such as 64k, 16m, 1g or 2% (0% to 100%, of the maximum heap)",
        "keep=gc+cpu | invalid value 'gc+cpu' for key 'keep' (argument): 'cpu' is not a known"
            + " word; write all, none, or some of gc, clock, settings, close, tickets joined by +",
        "log=OFF | invalid value 'OFF' for key 'log' (argument): the word is 'off', and a file"
            + " would be './OFF'; write auto, stderr, slf4j, off or the path of a file",
        "log.format=xml | invalid value 'xml' for key 'log.format' (argument): 'xml' is not a"
            + " known word; write text or json or otel or ecs",
        "log.results=all | invalid value 'all' for key 'log.results' (argument): 'all' is not a"
            + " known word; write some of full, resumed, failed joined by +",
        "jmx=yes | invalid value 'yes' for key 'jmx' (argument): 'yes' is not a known word;"
            + " write true or false",
        "metrics=on | invalid value 'on' for key 'metrics' (argument): 'on' is not a known word;"
            + " write auto or off",
        "metrics.http=:70000 | invalid value ':70000' for key 'metrics.http' (argument):"
            + " '70000' is not a port; write HOST:PORT, or :PORT or PORT for loopback, with a port"
            + " from 1 to 65535, or off",
        "config=/no/such.properties | invalid value '/no/such.properties' for key 'config'"
            + " (argument): no such file; write the path of a Java properties file",
        "jmx=true,log | item 'log' without '=' (argument): write key=value,key=value; a value with"
            + " a comma can be set in a file or a system property",
      })
  void load_badArgument_givesOneLine(String argument, String line) {
    assertThat(Given.argument(argument).line()).isEqualTo(line);
  }

  @Test
  void load_badEnvironment_namesTheVariable() {
    assertThat(Given.nothing().environment("jxm=true").line())
        .isEqualTo(
            "unknown key 'jxm' with value 'true' (environment JSSE_KEEPER_OPTIONS): the nearest"
                + " known key is 'jmx'");
    assertThat(Given.nothing().environment("jmx").line())
        .startsWith("item 'jmx' without '=' (environment JSSE_KEEPER_OPTIONS): ");
    assertThat(Given.nothing().environment("jmx=true,jmx=false").line())
        .startsWith("repeated key 'jmx' with value 'false' (environment JSSE_KEEPER_OPTIONS): ");
  }

  @Test
  void load_badSystemProperty_namesIt() {
    assertThat(Given.nothing().property("jssekeeper.histroy", "5").line())
        .isEqualTo(
            "unknown key 'histroy' with value '5' (system property jssekeeper.histroy): the"
                + " nearest known key is 'history'");
    assertThat(Given.nothing().property("jssekeeper.history", "1000001").line())
        .isEqualTo(
            "invalid value '1000001' for key 'history' (system property jssekeeper.history): it"
                + " is out of range; write a whole number from 0 to 1000000");
    assertThat(Given.nothing().property("jssekeeper.jmx", " ").line())
        .isEqualTo(
            "empty value for key 'jmx' (system property jssekeeper.jmx): write true or false");
  }

  @Test
  void load_twoBadSystemProperties_reportsTheFirstAlphabetically() {
    Given two = Given.nothing().property("jssekeeper.zzz", "1").property("jssekeeper.aaa", "1");

    assertThat(two.line()).startsWith("unknown key 'aaa'");
  }

  @Test
  void load_badValueThatIsOverridden_isReportedAnyway() {
    assertThat(Given.argument("history=5").environment("history=many").line())
        .startsWith("invalid value 'many' for key 'history' (environment ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb=1",
        "jmx=a\nb",
        "keep=a\nb",
        "sweep=1\rx",
        "a\nb",
        "metrics.http=\n:1a\nb",
        "config=a\nb"
      })
  void load_lineBreakInAnItem_givesOneLineStill(String argument) {
    assertThat(Given.argument(argument).line()).doesNotContain("\n", "\r");
  }
}
