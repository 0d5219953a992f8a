import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts class files into one file, as {@code bridge.PackedClasses} reads it. The build runs it from
 * this source; what it writes depends on its arguments only.
 */
final class PackClasses {
  private static final String OPTIONS = "io/jssekeeper/options.bin";
  private static final String START = "io/jssekeeper/start.bin";
  private static final String LATER = "io/jssekeeper/later.bin";
  private static final Set<String> PACKED = Set.of(OPTIONS, START, LATER);

  /** Not the command line, and no library but ASM. */
  private static final Pattern IN_A_HOST =
      Pattern.compile("io/jssekeeper/(?!cli/|shaded/(?!asm/)).*\\.class");

  /** What detaching needs. */
  private static final Pattern EARLIER = Pattern.compile("io/jssekeeper/(install|shaded/asm)/.*");

  /** The last of those that read the options, which then opens the JDK's package. */
  private static final String OPENING = "io.jssekeeper.bridge.BootstrapClasses";

  private static final String SUFFIX = ".class";

  /** The bootstrap class that defines the others. */
  private static final String DEFINER = "Definer" + SUFFIX;

  private static final byte[] ONLY_NAMED = {};

  private PackClasses() {}

  /**
   * {@code folder FOLDER PACKAGE FILE}: packs all classes of a folder, which are in that package.
   * {@code start JAR LIST}: packs the agent's classes once more, into three entries of its jar:
   * those that read the options, the others that are listed, superclasses first, and the rest.
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("folder")) {
      Path file = Path.of(arguments[3]);
      Files.createDirectories(file.getParent());
      Files.write(file, packed(classesOf(Path.of(arguments[1]), arguments[2])));
    } else {
      addStart(Path.of(arguments[1]), Files.readAllLines(Path.of(arguments[2])));
    }
  }

  private static Map<String, byte[]> classesOf(Path folder, String packageName) throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(SUFFIX))
              .sorted(
                  Comparator.comparing((String name) -> !name.endsWith(DEFINER))
                      .thenComparing(Comparator.naturalOrder()))
              .collect(Collectors.toList());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (String file : files) {
      String name = file.substring(0, file.length() - SUFFIX.length());
      classes.put(packageName + "." + name, Files.readAllBytes(folder.resolve(file)));
    }
    return classes;
  }

  private static void addStart(Path jar, List<String> listed) throws IOException {
    Path larger = jar.resolveSibling(jar.getFileName() + ".packed");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(larger))) {
      ZipEntry last = null;
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!PACKED.contains(entry.getName())) {
          write(entry.getName(), entry, bytes(entry.getName(), from), to);
          last = entry;
        }
      }
      int readOptions = 1 + listed.indexOf(OPENING);
      write(OPTIONS, last, packed(besideOthers(listed.subList(0, readOptions), from)), to);
      write(LATER, last, packed(allThatAHostMayNeed(listed, from)), to);
      write(START, last, packed(classes(listed.subList(readOptions, listed.size()), from)), to);
    }
    Files.move(larger, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** With the time of that entry: all have the same. */
  private static void write(String name, ZipEntry time, byte[] bytes, ZipOutputStream to)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time.getTimeLocal());
    to.putNextEntry(entry);
    to.write(bytes);
    to.closeEntry();
  }

  private static Map<String, byte[]> classes(List<String> names, ZipFile jar) throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (String name : names) {
      classes.put(name, bytes(name.replace('.', '/') + SUFFIX, jar));
    }
    return classes;
  }

  /** The first one of each package is only named. */
  private static Map<String, byte[]> besideOthers(List<String> names, ZipFile jar)
      throws IOException {
    Map<String, byte[]> classes = classes(names, jar);
    Set<String> packages = new HashSet<>();
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      if (packages.add(entry.getKey().substring(0, entry.getKey().lastIndexOf('.')))) {
        entry.setValue(ONLY_NAMED);
      }
    }
    return classes;
  }

  /** What is listed is only named. */
  private static Map<String, byte[]> allThatAHostMayNeed(List<String> listed, ZipFile jar)
      throws IOException {
    List<String> names =
        jar.stream()
            .map(ZipEntry::getName)
            .filter(file -> IN_A_HOST.matcher(file).matches())
            .sorted(Comparator.comparing(file -> !EARLIER.matcher(file).matches()))
            .map(file -> file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'))
            .collect(Collectors.toList());
    Map<String, byte[]> classes = classes(names, jar);
    classes.replaceAll((name, file) -> listed.contains(name) ? ONLY_NAMED : file);
    return classes;
  }

  /** A directory's length, the directory, and the class files. */
  private static byte[] packed(Map<String, byte[]> classes) throws IOException {
    ByteArrayOutputStream listed = new ByteArrayOutputStream();
    DataOutputStream directory = new DataOutputStream(listed);
    directory.writeShort(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      directory.writeUTF(entry.getKey());
      directory.writeInt(entry.getValue().length);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    new DataOutputStream(all).writeInt(listed.size());
    listed.writeTo(all);
    for (byte[] classFile : classes.values()) {
      all.write(classFile);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String name, ZipFile jar) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new IOException("no " + name + " in the jar: see agent/src/build/list-start-classes");
    }
    return jar.getInputStream(entry).readAllBytes();
  }
}
