package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.catalina.loader.WebappClassLoaderBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Tomcat's own: Slf4jInWarIT. */
class StoppedLoaderTest {
  private static final String NAME = FailureKind.class.getName();
  private static final String RESOURCE = NAME.replace('.', '/') + ".class";

  @TempDir private Path folder;

  @Test
  void isAmong_loaderOfTheApplication_isFalse() {
    assertThat(StoppedLoader.loaded(FailureKind.class)).isFalse();
    assertThat(StoppedLoader.loaded(String.class)).isFalse();
  }

  @Test
  void isAmong_loaderThatIsClosed_isTrue() throws Exception {
    URLClassLoader loader = new URLClassLoader(new URL[] {jar()}, null);
    Class<?> type = loader.loadClass(NAME);
    assertThat(type.getClassLoader()).isSameAs(loader);
    assertThat(StoppedLoader.loaded(type)).isFalse();

    loader.close();

    assertThat(StoppedLoader.loaded(type)).isTrue();
  }

  @Test
  void isAmong_loaderThatFindsNoFilesOfItsClasses_isFalse() throws Exception {
    try (Own loader = new Own(jar())) {
      Class<?> type = loader.define(NAME, classFile());
      assertThat(type.getClassLoader()).isSameAs(loader);

      assertThat(StoppedLoader.loaded(type)).isFalse();
    }
  }

  @Test
  void isAmong_loaderThatTomcatStops_isTrue() throws Exception {
    WebappClassLoaderBase loader = new WebappClassLoaderBase(classFile());
    Class<?> type = loader.loadClass(NAME);
    assertThat(type.getClassLoader()).isSameAs(loader);
    assertThat(StoppedLoader.loaded(type)).isFalse();

    loader.stop();

    assertThat(StoppedLoader.loaded(type)).isTrue();
  }

  private URL jar() throws IOException {
    Path jar = folder.resolve("classes.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry(RESOURCE));
      entries.write(classFile());
    }
    return jar.toUri().toURL();
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = FailureKind.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      return in.readAllBytes();
    }
  }

  /** Defines classes from bytes that are on none of its paths. */
  private static final class Own extends URLClassLoader {
    Own(URL place) {
      super(new URL[] {place}, null);
    }

    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
