package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Protection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir private Path folder;

  @Test
  void load_file_isReadAsJavaProperties() throws Exception {
    Options options =
        load("# comment\n! another\nhistory: 5\nkeep gc+\\\n   clock\n\nlog = /tmp/a,b\\u00e9é\n");

    assertThat(options.history()).isEqualTo(5);
    assertThat(options.keep()).containsExactly(Protection.GC, Protection.CLOCK);
    assertThat(options.log().file()).contains(Path.of("/tmp/a,béé"));
    assertThat(options.config()).contains(file());
    assertThat(options.origin("history")).isEqualTo("file " + file());
  }

  @Test
  void load_fileNamedByEnvironmentOrProperty_isRead() throws Exception {
    Files.writeString(file(), "history=5");
    String name = file().toString();

    assertThat(Given.nothing().environment("config=" + name).load().history()).isEqualTo(5);
    assertThat(Given.nothing().property("jssekeeper.config", name).load().history()).isEqualTo(5);
  }

  @Test
  void load_filesNamedByTwoSources_readsTheHigherOneOnly() throws Exception {
    Files.writeString(file(), "history=5");
    Given two = Given.argument("config=" + file()).environment("config=/no/such/file");

    assertThat(two.load().history()).isEqualTo(5);
    assertThat(two.load().origin("config")).isEqualTo("argument");
  }

  @Test
  void load_emptyFile_setsNothing() throws Exception {
    assertThat(load("")).isEqualTo(Given.nothing().load());
  }

  @Test
  void load_fileWithByteOrderMark_isRead() throws Exception {
    assertThat(load("\uFEFFsweep=2s").sweep()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void load_repeatedKeyInFile_isAnError() throws Exception {
    assertThat(line("history=5\njmx=true\nhistory=6\n"))
        .isEqualTo(
            "repeated key 'history' with value '6' (file "
                + file()
                + "): it already has the value '5' there; write it once");
  }

  @Test
  void load_badKeysAndValuesInFile_nameTheFile() throws Exception {
    String place = " (file " + file() + "): ";

    assertThat(line("histry=5")).startsWith("unknown key 'histry' with value '5'" + place);
    assertThat(line("history=x")).startsWith("invalid value 'x' for key 'history'" + place);
    assertThat(line("history")).startsWith("empty value for key 'history'" + place);
  }

  @Test
  void load_fileThatNamesAFile_isAnError() throws Exception {
    assertThat(line("config=other"))
        .isEqualTo(
            "invalid value 'other' for key 'config' (file "
                + file()
                + "): a file cannot name another file; write the path of a Java properties file");
  }

  @Test
  void load_folder_isAnError() {
    assertThat(Given.argument("config=" + folder).line()).contains("it is not a regular file");
  }

  @Test
  void load_largestFile_isReadAndALargerOneIsNot() throws Exception {
    String largest = "history=5\n#".concat("x".repeat(64 * 1024 - 11));

    assertThat(load(largest).history()).isEqualTo(5);
    assertThat(line(largest + "x")).contains("(argument): the file is larger than 64 KiB; write");
  }

  @Test
  void load_fileInAnotherCharset_isAnError() throws IOException {
    Files.write(file(), "log=/tmp/é".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(given().line()).contains("(argument): the file is not UTF-8; write");
  }

  @Test
  void load_malformedEscape_isAnError() throws Exception {
    assertThat(line("history=\\u12"))
        .contains("(argument): the file is not a Java properties file, ");
  }

  private Options load(String content) throws Exception {
    Files.writeString(file(), content);
    return given().load();
  }

  private String line(String content) throws IOException {
    Files.writeString(file(), content);
    return given().line();
  }

  private Given given() {
    return Given.argument("config=" + file());
  }

  private Path file() {
    return folder.resolve("keeper.properties");
  }
}
