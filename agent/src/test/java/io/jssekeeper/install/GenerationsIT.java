package io.jssekeeper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bootstrap classes stay after a detach; those of another release are added beside them. */
class GenerationsIT {
  private static final String BOOTSTRAP_CLASSES = "io/jssekeeper/inside/classes.bin";
  private static final String PREFIX = "Keeper";
  private static final String OTHER = "00000000";
  private static final int RECORDS_OF_A_KEEPER = 4;

  @TempDir private Path folder;

  @Test
  void attach_afterAnotherGenerationLeft_recordsAndLeavesAgain() throws Exception {
    Path other = withOtherGeneration();
    ChildJvm jvm =
        ChildJvm.run(
            "-javaagent:" + ChildJvm.agent(TwoReleases.class, folder),
            "-Xlog:class+load:file=" + folder.resolve("classes.log"),
            "-cp",
            ChildJvm.testClasses().toString(),
            TwoReleases.class.getName(),
            other.toString(),
            ChildJvm.JAR,
            other.toString());

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices()).isEmpty();
    assertThat(jvm.records()).as("%s", jvm).hasSize(3 * RECORDS_OF_A_KEEPER);
    assertThat(Files.readAllLines(folder.resolve("classes.log")))
        .filteredOn(line -> line.contains(".Keeper") && line.contains("Callbacks "))
        .as("each generation, once")
        .satisfiesExactly(
            line -> assertThat(line).contains(PREFIX + OTHER),
            line -> assertThat(line).contains(PREFIX + generation()));
  }

  /** All generations have the same length, so one can replace another in a class file. */
  private Path withOtherGeneration() throws IOException {
    String ours = PREFIX + generation();
    String others = PREFIX + OTHER;
    Path copy = folder.resolve("other-generation.jar");
    try (JarFile in = new JarFile(ChildJvm.JAR);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      for (JarEntry entry : Collections.list(in.entries())) {
        out.putNextEntry(new JarEntry(entry.getName()));
        out.write(text(in, entry).replace(ours, others).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return copy;
  }

  private static String generation() throws IOException {
    try (JarFile jar = new JarFile(ChildJvm.JAR)) {
      String classes = text(jar, jar.getJarEntry(BOOTSTRAP_CLASSES));
      int generation = classes.indexOf(PREFIX) + PREFIX.length();
      return classes.substring(generation, generation + OTHER.length());
    }
  }

  private static String text(JarFile jar, JarEntry entry) throws IOException {
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
