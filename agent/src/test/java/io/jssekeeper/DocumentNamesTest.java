package io.jssekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every {@code Class} and {@code Class.member} named in a document exists. */
class DocumentNamesTest {
  private static final Path ROOT = Path.of("..");

  /** In backquotes, optionally with a package or room in front and parentheses behind. */
  private static final Pattern NAME =
      Pattern.compile("`(?:[a-z]\\w*\\.)*([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?(?:\\([^`]*)?`");

  /** Also in the diffs of how-it-works.md. */
  private static final Pattern BOOTSTRAP_NAME =
      Pattern.compile("\\b(Keeper[A-Z]\\w*)(?:\\.(?!md\\b|java\\b)([a-z]\\w*))?");

  /** Also within commands, but not with a wildcard in front. */
  private static final Pattern TEST_NAME =
      Pattern.compile("(?<![*\\w])([A-Z]\\w*[a-z]\\w*(?:Test|IT))\\b(?:#(\\w+)(?!\\w*\\*))?");

  private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum) (\\w+)");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\bget(\\w+)\\(\\);");

  private static final List<String> PACKAGES_OF_THE_JDK =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.instrument",
          "java.lang.invoke",
          "java.lang.management",
          "java.lang.reflect",
          "java.net",
          "java.security",
          "java.security.cert",
          "java.util",
          "java.util.concurrent",
          "java.util.logging",
          "javax.management",
          "javax.net.ssl",
          "jdk.internal.misc",
          "sun.security.ssl",
          "sun.security.util");

  /** Names from libraries, newer JDKs and OpenJDK's tests; JFR events; values. */
  private static final Set<String> OTHERS =
      Set.of(
          "AgentBuilder",
          "Context",
          "EventHelper",
          "FTPSClient",
          "GlobalOpenTelemetry",
          "Handshake",
          "HelloRequest",
          "HttpClient",
          "KeyState",
          "LazyStorage",
          "LoggerFinder",
          "MemoryCache",
          "Metrics",
          "MultiNSTNoSessionCreation",
          "NaN",
          "SSLSessionCache",
          "SecretKeySpec",
          "SessionRemoved",
          "SessionTicketSpec",
          "Span",
          "StatelessKey",
          "T12CHSessionTicketConsumer",
          "TLSHandshake",
          "VirtualMachine");

  private final Map<String, String> sources = sources();

  @Test
  void documents_namedClasses_exist() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      for (Pattern pattern : List.of(NAME, BOOTSTRAP_NAME, TEST_NAME)) {
        Matcher name = pattern.matcher(text);
        while (name.find()) {
          if (!exists(name.group(1), name.group(2))) {
            unknown.add(document.getFileName() + ": " + name.group());
          }
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  private boolean exists(String type, String member) {
    String source = sources.get(type);
    boolean isOurs = source != null && (member == null || isIn(source, member));
    return isOurs || OTHERS.contains(type) || isOfTheJdk(type);
  }

  private static boolean isIn(String source, String member) {
    return Pattern.compile("\\b" + member + "\\b").matcher(source).find();
  }

  private static boolean isOfTheJdk(String type) {
    return PACKAGES_OF_THE_JDK.stream().anyMatch(name -> isClass(name + "." + type));
  }

  private static boolean isClass(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              files.filter(file -> file.toString().endsWith(".md")),
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
          .collect(Collectors.toList());
    }
  }

  /** By the simple name of each type, and of each JMX attribute. */
  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    for (String module : List.of("agent", "demo-app", "it")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        files.filter(DocumentNamesTest::isSource).forEach(file -> addTypes(file, sources));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && file.toString().contains("src");
  }

  private static void addTypes(Path file, Map<String, String> sources) {
    try {
      String source = Files.readString(file);
      Matcher type = TYPE.matcher(source);
      while (type.find()) {
        sources.merge(type.group(1), source, String::concat);
      }
      Matcher attribute = ATTRIBUTE.matcher(source);
      while (file.toString().endsWith("MXBean.java") && attribute.find()) {
        sources.merge(attribute.group(1), source, String::concat);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
