package io.jssekeeper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start reads the classes that it needs from one file of the jar. */
class StartClassesIT {
  private static final Pattern OURS = Pattern.compile("\\] io\\.jssekeeper\\.\\S+ source: (.*)");
  private static final String DEFINED = "__JVM_LookupDefineClass__";

  /** Those loaded before the file is read, the first of each room, and supertypes of these. */
  private static final int MOST_BY_THE_LOADER = 45;

  @TempDir private Path folder;

  /** If it fails after a change: {@code agent/src/build/list-start-classes}. */
  @Test
  void classesOfAStart_exceptSome_areDefinedFromOneFile() throws Exception {
    Path log = folder.resolve("classes.log");
    ChildJvm jvm = ChildJvm.run(ChildJvm.AGENT, "-Xlog:class+load:file=" + log, "-version");

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices()).isEmpty();
    List<String> sources = sources(log);
    assertThat(sources).filteredOn(DEFINED::equals).hasSizeGreaterThan(150);
    assertThat(sources)
        .filteredOn(source -> !source.equals(DEFINED))
        .hasSizeLessThanOrEqualTo(MOST_BY_THE_LOADER);
  }

  /** Sharing ticket keys, which is off, needs it; loading it makes the weaver begin to work. */
  @Test
  void start_withoutSharedKeys_doesNotLoadJssesClassOfKeys() throws Exception {
    Path log = folder.resolve("classes.log");
    ChildJvm.run(ChildJvm.AGENT, "-Xlog:class+load:file=" + log, "-version");

    assertThat(Files.readString(log))
        .contains(" sun.security.ssl.Keeper")
        .doesNotContain("$StatelessKey ");
  }

  private static List<String> sources(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .map(OURS::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1))
        .toList();
  }
}
