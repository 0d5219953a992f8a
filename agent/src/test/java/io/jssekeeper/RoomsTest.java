package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rooms may name which others, and which parts of the JDK. */
class RoomsTest {
  private static final Set<String> CORE =
      Set.of(
          "core",
          "record",
          "contexts",
          "diagnosis",
          "store",
          "tracking",
          "clock",
          "config",
          "ticketkeys",
          "model",
          "threads");

  /** Outputs may name the core; nothing but {@code install} names an output. */
  private static final Set<String> OUTPUTS =
      Set.of("log", "jmx", "jfr", "metrics", "otel", "commands", "page");

  private static final Set<String> NAME_THE_INSIDE_ROOM = Set.of("bridge", "selfcheck");

  private static final int MAX_FILES = 28;

  private static final Map<String, Set<String>> MAY_NAME =
      Map.ofEntries(
          Map.entry("", Set.of()),
          Map.entry("model", Set.of()),
          Map.entry("clock", Set.of()),
          Map.entry("ticketkeys", Set.of("model", "threads")),
          Map.entry("threads", Set.of()),
          Map.entry("checkpoint", Set.of("library", "threads")),
          Map.entry("tracking", Set.of("clock", "threads")),
          Map.entry("transform", Set.of("threads")),
          Map.entry("weave", Set.of("transform")),
          Map.entry("config", Set.of("model")),
          Map.entry("store", Set.of("model", "clock", "threads")),
          Map.entry("contexts", Set.of("model", "clock", "tracking", "store", "threads")),
          Map.entry("record", Set.of("model", "tracking", "threads")),
          Map.entry("diagnosis", Set.of("model", "store", "contexts")),
          Map.entry("core", CORE),
          Map.entry("log", CORE),
          Map.entry("jfr", CORE),
          Map.entry("library", Set.of("transform")),
          Map.entry("metrics", and(CORE, "library")),
          Map.entry("otel", and(CORE, "library")),
          Map.entry("jmx", and(CORE, "weave")),
          Map.entry("channel", Set.of()),
          Map.entry("explain", Set.of()),
          Map.entry("commands", and(CORE, "weave", "jmx", "channel", "explain")),
          Map.entry("page", and(CORE, "weave", "commands", "explain")),
          Map.entry("bridge", and(CORE, "inside")),
          Map.entry("selfcheck", and(CORE, "weave", "bridge")),
          Map.entry(
              "install", and(and(CORE, "weave", "bridge", "selfcheck", "checkpoint"), OUTPUTS)),
          Map.entry("cli", Set.of("config", "model", "channel", "explain", "ticketkeys")));

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
  private static final Pattern INSIDE_ROOM = Pattern.compile("sun/security/ssl/Keeper");
  private static final Pattern JMX =
      Pattern.compile("javax[./]management|java[./]lang[./]management");

  /** The signatures of thread constructors. */
  private static final Pattern NEW_THREAD =
      Pattern.compile("java/lang/ThreadGroup|\\(Ljava/lang/Runnable;Ljava/lang/String;\\)V");

  @Test
  void rooms_classFiles_nameOnlyPermittedRooms() throws Exception {
    for (ConstantPool type : classes()) {
      Set<String> named = new TreeSet<>();
      type.matches(OURS).forEach(match -> named.add(match.group(1) == null ? "" : match.group(1)));
      named.remove(type.room());

      assertThat(MAY_NAME).as("rooms").containsKey(type.room());
      assertThat(named).as(type.name()).isSubsetOf(MAY_NAME.get(type.room()));
    }
  }

  @Test
  void jdkTlsNames_classFiles_areInWeavingOnly() throws Exception {
    for (ConstantPool type : classes()) {
      if (!type.room().equals("weave")) {
        long all = type.matches(JDKS_TLS).count();
        long insideRoom = type.matches(INSIDE_ROOM).count();

        assertThat(all)
            .as(type.name())
            .isEqualTo(NAME_THE_INSIDE_ROOM.contains(type.room()) ? insideRoom : 0);
      }
    }
  }

  @Test
  void rooms_files_areFewEnough() throws Exception {
    Map<String, Long> files =
        classes().stream()
            .filter(type -> !type.name().contains("$") && !type.name().equals("package-info"))
            .collect(Collectors.groupingBy(ConstantPool::folder, Collectors.counting()));

    assertThat(files)
        .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MAX_FILES));
  }

  @Test
  void types_simpleNames_areUnique() throws Exception {
    Map<String, Set<String>> folders = new TreeMap<>();
    for (ConstantPool type : classes()) {
      if (!type.name().contains("$") && !type.name().equals("package-info")) {
        folders.computeIfAbsent(type.name(), name -> new TreeSet<>()).add(type.folder());
      }
    }

    assertThat(folders).allSatisfy((name, where) -> assertThat(where).as(name).hasSize(1));
  }

  /**
   * A JVM without the module {@code java.management} never loads those that do; the command line is
   * never loaded in a host.
   */
  @Test
  void jmx_classFiles_areNamedOnlyWherePresent() throws Exception {
    for (ConstantPool type : classes()) {
      if (!MAY_NAME_JMX.contains(type.name()) && !type.room().equals("cli")) {
        assertThat(type.matches(JMX).map(MatchResult::group)).as(type.name()).isEmpty();
      }
    }
  }

  /**
   * A call site whose linking fails for lack of heap fails forever (JVMS 5.4.3.6): neither the
   * sweep nor a hook nor a detach may depend on the state of the heap when it first ran. The
   * metrics room calls Micrometer, which has such call sites itself, and the command line is never
   * in a host.
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

  /** What a thread throws reaches the host's handler of uncaught exceptions. */
  @Test
  void threads_classFiles_areMadeInOnePlace() throws Exception {
    for (ConstantPool type : classes()) {
      if (!type.room().equals("threads") && !type.room().equals("cli")) {
        assertThat(type.matches(NEW_THREAD)).as(type.name()).isEmpty();
      }
    }
  }

  @Test
  void rooms_packageInfo_isPresent() throws Exception {
    List<ConstantPool> classes = classes();

    assertThat(classes).hasSizeGreaterThan(50);
    assertThat(classes.stream().filter(type -> type.name().equals("package-info")))
        .extracting(ConstantPool::room)
        .containsAll(classes.stream().map(ConstantPool::room).toList());
  }

  private static List<ConstantPool> insideRoom() throws IOException {
    Path root = Path.of(System.getProperty("bootstrap.classes"));
    try (Stream<Path> files = Files.walk(root)) {
      List<ConstantPool> classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> ConstantPool.of(root, file))
              .toList();
      assertThat(classes).hasSizeGreaterThan(40);
      return classes;
    }
  }

  /** Of all modules whose classes the agent's class loader loads. */
  private static List<ConstantPool> classes() throws IOException {
    List<ConstantPool> all = new ArrayList<>();
    for (String module : List.of("entry.classes", "core.classes", "agent.classes")) {
      all.addAll(classes(Path.of(System.getProperty(module), "io", "jssekeeper")));
    }
    return all;
  }

  private static List<ConstantPool> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> ConstantPool.of(root, file))
          .toList();
    }
  }

  private static Set<String> and(Set<String> rooms, String... more) {
    return and(rooms, Set.of(more));
  }

  private static Set<String> and(Set<String> rooms, Set<String> more) {
    Set<String> all = new TreeSet<>(rooms);
    all.addAll(more);
    return all;
  }
}
