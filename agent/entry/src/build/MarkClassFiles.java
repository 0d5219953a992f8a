import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Marks the class files of one folder as Java 6's (50.0), which no compiler writes that builds on
 * today's JDKs. To be run on what is compiled against Java 8 and uses nothing of 7 or 8: no {@code
 * invokedynamic}, no static or default methods of interfaces (JVMS 4.1, 4.4). The build runs it
 * from this source.
 */
final class MarkClassFiles {
  private static final int MINOR = 4;
  private static final byte[] JAVA_6 = {0, 0, 0, 50};

  private MarkClassFiles() {}

  /** The folder is the only argument. */
  public static void main(String[] arguments) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(arguments[0]), "*.class")) {
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy(JAVA_6, 0, bytes, MINOR, JAVA_6.length);
        Files.write(file, bytes);
      }
    }
  }
}
