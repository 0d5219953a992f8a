package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may name which other, and what of the JDK. */
class RoomsTest {
  private static final Set<String> IN_INSTALL =
      Set.of("weave", "store", "keep", "record", "sink", "metrics", "config", "trial", "inside");

  private static final Map<String, Set<String>> MAY_NAME =
      Map.ofEntries(
          Map.entry("", Set.of()),
          Map.entry("trial", Set.of()),
          Map.entry("weave", Set.of()),
          Map.entry("store", Set.of()),
          Map.entry("keep", Set.of("store")),
          Map.entry("record", Set.of("store")),
          Map.entry("sink", Set.of("record")),
          Map.entry("metrics", Set.of("record", "config")),
          Map.entry("config", Set.of()),
          Map.entry("install", IN_INSTALL),
          Map.entry("cli", Set.of("config")));

  private static final Set<String> MAY_NAME_JMX =
      Set.of(
          "JmxBeans",
          "JmxRegistrar",
          "PlatformServer",
          "JvmCpu",
          "Described",
          "DescribedMBean",
          "KeeperNotifications");

  private static final Set<String> MAY_LINK_AT_RUN_TIME = Set.of("metrics", "cli");

  private static final Pattern OURS = Pattern.compile("io/jssekeeper/(?:(\\w+)/|[A-Z])");
  private static final Pattern JDKS_TLS = Pattern.compile("sun[./]security(?!\\.tools\\.)");
  private static final Pattern INSIDE_ROOM = Pattern.compile("sun/security/ssl/Keeper1");
  private static final Pattern JMX =
      Pattern.compile("javax[./]management|java[./]lang[./]management");

  @Test
  void rooms_nameOnlyThoseTheyMay() throws Exception {
    for (ConstantPool type : classes()) {
      Set<String> named = new TreeSet<>();
      type.matches(OURS).forEach(match -> named.add(match.group(1) == null ? "" : match.group(1)));
      named.remove(type.room());

      assertThat(MAY_NAME).as("rooms").containsKey(type.room());
      assertThat(named).as(type.name()).isSubsetOf(MAY_NAME.get(type.room()));
    }
  }

  @Test
  void namesOfTheJdksTlsCode_areInWeavingOnly() throws Exception {
    for (ConstantPool type : classes()) {
      if (!type.room().equals("weave")) {
        long all = type.matches(JDKS_TLS).count();
        long insideRoom = type.matches(INSIDE_ROOM).count();

        assertThat(all).as(type.name()).isEqualTo(type.room().equals("install") ? insideRoom : 0);
      }
    }
  }

  /**
   * A JVM without the module {@code java.management} never loads those that do; the command line is
   * never loaded in a host.
   */
  @Test
  void jmx_isNamedOnlyWhereItIsKnownToBeThere() throws Exception {
    for (ConstantPool type : classes()) {
      if (!MAY_NAME_JMX.contains(type.name()) && !type.room().equals("cli")) {
        assertThat(type.matches(JMX).map(MatchResult::group)).as(type.name()).isEmpty();
      }
    }
  }

  /**
   * A call site that cannot be linked for want of heap fails for good (JVMS 5.4.3.6): neither the
   * sweep nor a hook nor leaving may hang on the heap's state when it first happened. The metrics
   * room calls Micrometer, which does so itself, and the command line is never in a host.
   */
  @Test
  void callSites_areNotLinkedAtRunTime_whereTheKeeperGoesOn() throws Exception {
    for (ConstantPool type : classes()) {
      if (!MAY_LINK_AT_RUN_TIME.contains(type.room())) {
        assertThat(type.linksAtRunTime()).as(type.name()).isFalse();
      }
    }
    for (ConstantPool type : insideRoom()) {
      assertThat(type.linksAtRunTime()).as(type.name()).isFalse();
    }
  }

  @Test
  void rooms_sayWhatTheyAreFor() throws Exception {
    List<ConstantPool> classes = classes();

    assertThat(classes).hasSizeGreaterThan(50);
    assertThat(classes.stream().filter(type -> type.name().equals("package-info")))
        .extracting(ConstantPool::room)
        .containsAll(classes.stream().map(ConstantPool::room).toList());
  }

  private static List<ConstantPool> insideRoom() throws IOException, URISyntaxException {
    Path root = root().resolve("inside");
    try (Stream<Path> files = Files.list(root)) {
      List<ConstantPool> classes =
          files
              .filter(file -> file.toString().endsWith(".bin"))
              .map(file -> ConstantPool.of(root, file))
              .toList();
      assertThat(classes).hasSizeGreaterThan(40);
      return classes;
    }
  }

  private static Path root() throws URISyntaxException {
    return Path.of(Agent.class.getResource("Agent.class").toURI()).getParent();
  }

  private static List<ConstantPool> classes() throws IOException, URISyntaxException {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> ConstantPool.of(root, file))
          .toList();
    }
  }
}
