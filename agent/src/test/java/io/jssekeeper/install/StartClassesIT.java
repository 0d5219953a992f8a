package io.jssekeeper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's classes are read from a few files of the jar. */
class StartClassesIT {
  private static final Pattern OURS = Pattern.compile("\\] io\\.jssekeeper\\.\\S+ source: (.*)");

  /** By {@code MethodHandles.Lookup}, which copies each class file, and links the class. */
  private static final String BY_LOOKUP = "__JVM_LookupDefineClass__";

  private static final String DIRECTLY = "__JVM_DefineClass__";

  /** Those that read the options. */
  private static final int MOST_BY_LOOKUP = 45;

  /** Those loaded before the first file is read, and the first of each room in it. */
  private static final int MOST_BY_THE_LOADER = 20;

  /** Also those that others are derived from, if these come first in the jar. */
  private static final int MOST_IN_ALL_BY_THE_LOADER = 40;

  @TempDir private Path folder;

  /** If it fails after a change: {@code agent/src/build/list-start-classes}. */
  @Test
  void classesOfAStart_exceptSome_areDefinedFromFiles() throws Exception {
    Path log = folder.resolve("classes.log");
    ChildJvm jvm = ChildJvm.run(ChildJvm.AGENT, "-Xlog:class+load:file=" + log, "-version");

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices()).isEmpty();
    List<String> sources = sources(log);
    assertThat(sources).filteredOn(DIRECTLY::equals).hasSizeGreaterThan(150);
    assertThat(sources).filteredOn(BY_LOOKUP::equals).hasSizeBetween(20, MOST_BY_LOOKUP);
    assertThat(byTheLoader(sources)).hasSizeLessThanOrEqualTo(MOST_BY_THE_LOADER);
  }

  /** A thread that loads a class at the same time gets it: the JVM permits only one definition. */
  @Test
  void classesOfLater_evenIfAlsoLoadedElsewhere_areDefinedFromOneFile() throws Exception {
    Path log = folder.resolve("classes.log");
    ChildJvm jvm =
        ChildJvm.runProgram(
            LoadsMeanwhile.class,
            ChildJvm.AGENT,
            "-javaagent:" + ChildJvm.agent(LoadsMeanwhile.class, folder),
            "-Xlog:class+load:file=" + log);

    assertThat(jvm.out()).as("%s", jvm).containsExactly("loaded");
    assertThat(jvm.notices()).isEmpty();
    List<String> sources = sources(log);
    assertThat(sources).filteredOn(DIRECTLY::equals).hasSizeGreaterThan(450);
    assertThat(byTheLoader(sources)).hasSizeLessThanOrEqualTo(MOST_IN_ALL_BY_THE_LOADER);
  }

  private static List<String> byTheLoader(List<String> sources) {
    return sources.stream().filter(source -> !source.startsWith("__")).toList();
  }

  /** Nothing is opened to the agent, and nothing of it defined in the JDK. */
  @Test
  void start_switchedOff_readsTheOptionsOnly() throws Exception {
    Path log = folder.resolve("classes.log");
    ChildJvm jvm =
        ChildJvm.run(ChildJvm.AGENT + "=enabled=false", "-Xlog:class+load:file=" + log, "-version");

    assertThat(jvm.notices()).singleElement().asString().contains("enabled=false");
    assertThat(sources(log)).doesNotContain(DIRECTLY).hasSizeLessThan(80);
    assertThat(Files.readString(log)).doesNotContain(" sun.security.ssl.");
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
