package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JarContentsIT {
  /** In a release only; it gives the libraries their usual names. */
  private static final String SBOM = "META-INF/sbom/jsse-keeper.cdx.json";

  private static final String METERS = "io/jssekeeper/metrics/meters/";
  private static final String OTEL = "io/jssekeeper/otel/api/";
  private static final Pattern UNRELOCATED =
      Pattern.compile("(?<!\\.)io[./]micrometer[./](?!core[./]instrument[./]Metrics\\b)");

  private static final int JAVA_6 = 50;
  private static final int JAVA_11 = 55;

  private static final ShippedJar JAR = ShippedJar.read();
  private static final Map<String, byte[]> ENTRIES = JAR.entries();

  @Test
  void entries_all_areOursOrTheManifests() {
    assertThat(ENTRIES.keySet())
        .hasSizeGreaterThan(100)
        .allMatch(name -> name.startsWith("io/jssekeeper/") || name.startsWith("META-INF/"));
    assertThat(
            ENTRIES.keySet().stream()
                .filter(name -> name.startsWith("META-INF/") && !name.equals(SBOM)))
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/LICENSE",
            "META-INF/licenses/asm.txt",
            "META-INF/licenses/jedis.txt",
            "META-INF/licenses/json.txt",
            "META-INF/licenses/micrometer.txt",
            "META-INF/licenses/picocli.txt",
            "META-INF/licenses/prometheus.txt");
  }

  @Test
  void entries_all_haveUniqueNames() throws IOException {
    try (JarFile jar = new JarFile(ShippedJar.PATH.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName)).doesNotHaveDuplicates();
    }
  }

  @Test
  void jar_shipped_isSmall() throws IOException {
    long bytes = Files.size(ShippedJar.PATH);
    System.out.println(
        ShippedJar.PATH.getFileName() + ": " + bytes + " bytes, " + ENTRIES.size() + " files");

    assertThat(bytes).isBetween(100_000L, 3_000_000L);
  }

  @Test
  void classFiles_all_runOnJava11() {
    List<String> classFiles =
        names()
            .filter(name -> name.endsWith(".class") || name.endsWith(".bin"))
            .filter(name -> !ShippedJar.PACKED.contains(name))
            .toList();

    assertThat(classFiles).hasSizeGreaterThan(100);
    classFiles.forEach(name -> assertRunsOnJava11(name, ENTRIES.get(name)));
  }

  static void assertRunsOnJava11(String name, byte[] classFile) {
    assertThat(text(classFile).substring(0, 4)).as(name).isEqualTo("\u00ca\u00fe\u00ba\u00be");
    assertThat((classFile[6] & 255) << 8 | classFile[7] & 255)
        .as(name)
        .isLessThanOrEqualTo(JAVA_11);
  }

  /** A JVM does not start if it cannot read a class file of its agent. */
  @Test
  void entryPoints_classFiles_loadOnAnyJvm() {
    List<String> entry =
        names().filter(name -> name.matches("io/jssekeeper/\\w+\\.class")).toList();
    assertThat(entry).contains("io/jssekeeper/Agent.class", "io/jssekeeper/Main.class");
    for (String name : entry) {
      byte[] bytes = ENTRIES.get(name);
      assertThat((bytes[6] & 255) << 8 | bytes[7] & 255).as(name).isEqualTo(JAVA_6);
    }
  }

  @Test
  void libraries_all_areRelocated() {
    ENTRIES.forEach(
        (name, bytes) ->
            assertThat(text(bytes))
                .as(name)
                .doesNotContain("org/objectweb", "org.objectweb", "Lpicocli/", "org/json/")
                .doesNotContain("io/prometheus/", "redis/clients"));
    for (String library : List.of("asm", "picocli", "json", "micrometer", "prometheus", "redis")) {
      assertThat(names().filter(name -> name.startsWith("io/jssekeeper/shaded/" + library + "/")))
          .as(library)
          .isNotEmpty();
    }
  }

  /** The names of local variables. ASM writes them for others, and therefore names them, too. */
  @Test
  void libraries_all_lackWhatOnlyDebuggersRead() {
    String asm = "io/jssekeeper/shaded/asm/";
    assertThat(
            names()
                .filter(name -> name.startsWith("io/jssekeeper/shaded/"))
                .filter(name -> text(ENTRIES.get(name)).contains("LocalVariableTable")))
        .isSubsetOf(asm + "ClassReader.class", asm + "Constants.class", asm + "MethodWriter.class");
  }

  /** The classes for the application's Micrometer name only that one. */
  @Test
  void micrometer_exceptTheApplications_isRelocated() {
    assertThat(names().filter(name -> name.startsWith(METERS)))
        .containsExactlyInAnyOrder(
            METERS + "ApplicationMeters.bin",
            METERS + "CacheMeters.bin",
            METERS + "CacheMeters.class",
            METERS + "Meters.bin",
            METERS + "Meters.class",
            METERS + "package-info.class");
    ENTRIES.forEach(
        (name, bytes) -> {
          String text = text(bytes);
          if (name.equals(SBOM)) {
            assertThat(text).contains("pkg:maven/io.micrometer/micrometer-core");
          } else if (name.endsWith(".bin") && name.startsWith(METERS)) {
            assertThat(text).as(name).contains("io/micrometer/").doesNotContain("shaded");
          } else {
            assertThat(UNRELOCATED.matcher(text).find()).as(name).isFalse();
          }
        });
  }

  /** The application's OpenTelemetry is used by what is beside it, and known by name elsewhere. */
  @Test
  void openTelemetry_ofTheApplication_isUsedByResourcesOnly() {
    assertThat(names().filter(name -> name.startsWith(OTEL)))
        .containsExactlyInAnyOrder(
            OTEL + "ApplicationTelemetry.bin",
            OTEL + "HandshakeEvent.bin",
            OTEL + "HandshakeHistogram.bin");
    ENTRIES.forEach(
        (name, bytes) -> {
          if (!name.startsWith(OTEL)) {
            assertThat(text(bytes)).as(name).doesNotContain("Lio/opentelemetry/");
          }
        });
  }

  /**
   * Loggers are created on first use: too early for an application that names its own log manager.
   */
  @Test
  void classes_all_nameNoJdkLogger() {
    ENTRIES.forEach(
        (name, bytes) ->
            assertThat(text(bytes))
                .as(name)
                .doesNotContain("java/util/logging/", "java/lang/System$Logger"));
  }

  @Test
  void manifest_attributes_nameAgentAndCommand() {
    Attributes manifest = JAR.manifest();

    assertThat(manifest.getValue("Main-Class")).isEqualTo("io.jssekeeper.Main");
    assertThat(manifest.getValue("Premain-Class")).isEqualTo("io.jssekeeper.Agent");
    assertThat(manifest.getValue("Agent-Class")).isEqualTo("io.jssekeeper.Agent");
    assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
    assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    assertThat(ENTRIES).containsKey("io/jssekeeper/Agent.class");
  }

  @Test
  void licences_ofLibraries_areIncluded() {
    assertThat(text(ENTRIES.get("META-INF/LICENSE"))).contains("Apache License", "Version 2.0");
    assertThat(text(ENTRIES.get("META-INF/licenses/asm.txt")))
        .contains("INRIA, France Telecom", "Redistributions in binary form", "AS IS");
    assertThat(text(ENTRIES.get("META-INF/licenses/picocli.txt")))
        .contains("Copyright 2017 Remko Popma", "Apache License, Version 2.0");
    assertThat(text(ENTRIES.get("META-INF/licenses/json.txt"))).contains("public domain");
    assertThat(text(ENTRIES.get("META-INF/licenses/jedis.txt"))).contains("MIT License", "Redis");
    assertThat(text(ENTRIES.get("META-INF/licenses/micrometer.txt")))
        .contains("VMware", "The Netty Project", "Apache License, Version 2.0");
    assertThat(text(ENTRIES.get("META-INF/licenses/prometheus.txt")))
        .contains("Prometheus", "Apache License, Version 2.0");
  }

  @Test
  void entries_all_nameNoBuildPath() {
    for (String property : List.of("user.dir", "java.io.tmpdir", "java.home", "user.home")) {
      String path = Path.of(System.getProperty(property)) + "/";
      ENTRIES.forEach((name, bytes) -> assertThat(text(bytes)).as(name).doesNotContain(path));
    }
  }

  private static Stream<String> names() {
    return JAR.names();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
