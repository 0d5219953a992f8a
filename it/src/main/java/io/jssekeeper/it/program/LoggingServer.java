package io.jssekeeper.it.program;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * A {@link Server} of an application that logs with SLF4J: that of the class path, or with {@code
 * libraries=JAR:JAR} that of a separate class loader.
 *
 * <p>It begins to log when told {@code log}, closes that class loader when told {@code stop}, and
 * drops it when told {@code drop}. It also acts as a client, when told {@code connect}.
 */
final class LoggingServer {
  private ClassLoader libraries;

  private LoggingServer(ClassLoader libraries) {
    this.libraries = libraries;
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    LoggingServer logging = new LoggingServer(libraries(given));
    Server server = Server.start(given);
    Connections connections = new Connections(Material.context(given));
    server
        .console()
        .on("log", none -> logging.log())
        .on("connect", asked -> new Visit(connections, asked.orElse(given)).answer())
        .on("stop", none -> logging.stop())
        .on("drop", none -> logging.drop())
        .serve(server.address());
  }

  private static ClassLoader libraries(Arguments given) throws MalformedURLException {
    if (!given.has("libraries")) {
      return ClassLoader.getSystemClassLoader();
    }
    String[] jars = given.text("libraries").split(File.pathSeparator);
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = new File(jars[i]).toURI().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private String log() throws ReflectiveOperationException {
    Object logger =
        Class.forName("org.slf4j.LoggerFactory", true, libraries)
            .getMethod("getLogger", String.class)
            .invoke(null, "application");
    Class<?> api = Class.forName("org.slf4j.Logger", false, libraries);
    api.getMethod("info", String.class).invoke(logger, "the application logs");
    return "logged";
  }

  private String stop() throws IOException {
    ((URLClassLoader) libraries).close();
    return "stopped";
  }

  private String drop() throws IOException {
    stop();
    libraries = null;
    return "dropped";
  }
}
