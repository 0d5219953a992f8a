package io.jssekeeper.it.program;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * A TLS client that uses Micrometer on command: that of its class path, or one in a separate class
 * loader, as a war has.
 *
 * <p>{@code load} loads Micrometer without using it; {@code use} uses it; {@code deploy war=NAME
 * libraries=JARS} uses a separate one, {@code undeploy} drops it, {@code collected} returns whether
 * it is gone. {@code meters} returns the keeper's meters, {@code connect} makes a connection.
 */
final class MeteredClient {
  private static final String USER = "io.jssekeeper.it.meters.MetersInUse";
  private static final String METRICS = "io.micrometer.core.instrument.Metrics";
  private static final String CLASS_PATH = "class-path";

  private final Map<String, Supplier<?>> users = new HashMap<>();
  private final Map<String, WeakReference<Object>> loaders = new HashMap<>();
  private final Arguments given;
  private final SSLContext context;

  private MeteredClient(Arguments given) throws Exception {
    this.given = given;
    this.context = Material.context(given);
  }

  public static void main(String[] words) throws Exception {
    MeteredClient client = new MeteredClient(Arguments.of(words));
    new Console()
        .on("connect", asked -> client.connect(asked))
        .on("load", none -> "loaded class=" + Class.forName(METRICS, false, loader()))
        .on("use", none -> client.use(CLASS_PATH, loader()))
        .on("deploy", client::deploy)
        .on("undeploy", client::undeploy)
        .on("collected", client::collected)
        .on("meters", client::meters)
        .serve("");
  }

  private static ClassLoader loader() {
    return MeteredClient.class.getClassLoader();
  }

  private String connect(Arguments asked) {
    return new Visit(new Connections(context), asked.orElse(given)).answer();
  }

  private String use(String name, ClassLoader loader) throws ReflectiveOperationException {
    Object user = Class.forName(USER, true, loader).getConstructor().newInstance();
    users.put(name, (Supplier<?>) user);
    loaders.put(name, new WeakReference<>(loader));
    return "used";
  }

  private String deploy(Arguments asked) throws Exception {
    List<URL> urls = new ArrayList<>();
    urls.add(MeteredClient.class.getProtectionDomain().getCodeSource().getLocation());
    for (String library : asked.text("libraries").split(File.pathSeparator)) {
      urls.add(new File(library).toURI().toURL());
    }
    URL[] own = urls.toArray(new URL[0]);
    return use(asked.text("war"), new URLClassLoader(own, ClassLoader.getPlatformClassLoader()));
  }

  private String undeploy(Arguments asked) {
    users.remove(asked.text("war"));
    return "undeployed";
  }

  private String collected(Arguments asked) {
    System.gc();
    return "collected yes=" + (loaders.get(asked.text("war")).get() == null);
  }

  private String meters(Arguments asked) {
    Supplier<?> user = users.get(asked.text("war", CLASS_PATH));
    return "meters all=" + Console.word(user.get().toString());
  }
}
