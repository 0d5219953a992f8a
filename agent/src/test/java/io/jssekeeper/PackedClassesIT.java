package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The class files that the agent does not read from the jar one by one. */
class PackedClassesIT {
  private static final String INSIDE = "io/jssekeeper/inside/";
  private static final Pattern GENERATION = Pattern.compile("Keeper[0-9a-f]{8}[A-Z]");
  private static final String BOOTSTRAP_PACKAGE = "sun.security.ssl.";
  private static final int GENERATION_LENGTH = "Keeper".length() + 8;

  private static final ShippedJar JAR = ShippedJar.read();

  @Test
  void classFiles_packed_runOnJava11() throws IOException {
    for (String file : ShippedJar.PACKED) {
      JAR.packed(file).forEach(PackedClassesIT::assertRunsOnJava11);
    }
  }

  private static void assertRunsOnJava11(String name, byte[] classFile) {
    if (classFile.length > 0) {
      JarContentsIT.assertRunsOnJava11(name, classFile);
    }
  }

  @Test
  void bootstrapClasses_inTheJar_areOneResource() throws IOException {
    Map<String, byte[]> classes = JAR.packed(ShippedJar.BOOTSTRAP);

    assertThat(JAR.names().filter(name -> name.startsWith(INSIDE)))
        .containsExactly(ShippedJar.BOOTSTRAP);
    assertThat(classes.keySet())
        .anyMatch(name -> name.endsWith("HandshakeHooks"))
        .allMatch(name -> name.startsWith(BOOTSTRAP_PACKAGE))
        .allMatch(name -> GENERATION.matcher(simple(name)).lookingAt());
    assertThat(classes.keySet().stream().map(name -> simple(name).substring(0, GENERATION_LENGTH)))
        .as("one generation")
        .containsOnly(simple(classes.keySet().iterator().next()).substring(0, GENERATION_LENGTH));
  }

  private static String simple(String bootstrapClass) {
    return bootstrapClass.substring(BOOTSTRAP_PACKAGE.length());
  }

  /** The build puts them there once more, for {@code bridge.StartClasses}. */
  @Test
  void startClasses_packed_areTheJarsOwn() throws IOException {
    Map<String, byte[]> options = JAR.packed(ShippedJar.OPTIONS);
    Map<String, byte[]> others = JAR.packed(ShippedJar.START);

    assertThat(options).hasSizeGreaterThan(20);
    assertThat(others).hasSizeGreaterThan(100).doesNotContainKeys(names(options));
    Set<String> packages = new HashSet<>();
    options.forEach(
        (name, classFile) ->
            assertPacked(name, classFile, packages.add(name.substring(0, name.lastIndexOf('.')))));
    others.forEach((name, classFile) -> assertPacked(name, classFile, false));
  }

  /** What is in the other files is only named. */
  @Test
  void laterClasses_packed_areAllThatAHostMayNeed() throws IOException {
    Set<String> before = new HashSet<>(JAR.packed(ShippedJar.OPTIONS).keySet());
    before.addAll(JAR.packed(ShippedJar.START).keySet());
    Map<String, byte[]> later = JAR.packed(ShippedJar.LATER);

    assertThat(later.keySet())
        .containsExactlyInAnyOrderElementsOf(
            JAR.names()
                .filter(name -> name.matches("io/jssekeeper/(?!cli/|shaded/(?!asm/)).*\\.class"))
                .map(name -> name.replaceAll("\\.class$", "").replace('/', '.'))
                .toList());
    later.forEach((name, classFile) -> assertPacked(name, classFile, before.contains(name)));
  }

  private static String[] names(Map<String, byte[]> classes) {
    return classes.keySet().toArray(String[]::new);
  }

  private static void assertPacked(String name, byte[] classFile, boolean onlyNamed) {
    byte[] original = JAR.entries().get(name.replace('.', '/') + ".class");
    assertThat(original).as(name).isNotNull();
    assertThat(classFile).as(name).isEqualTo(onlyNamed ? new byte[0] : original);
  }
}
