import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts the classes that every start needs once more into the agent's jar, into one file, as {@code
 * bridge.StartClasses} reads it. The build runs it from this source, on the finished jar; what it
 * writes depends on its arguments only.
 */
final class PackStartClasses {
  private static final String PACKED = "io/jssekeeper/start.bin";

  private PackStartClasses() {}

  /** The jar, and a file with the names of classes, superclasses first. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    List<String> names = Files.readAllLines(Path.of(arguments[1]));
    Path packed = jar.resolveSibling(jar.getFileName() + ".packed");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(packed))) {
      ZipEntry last = null;
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().equals(PACKED)) {
          write(entry.getName(), entry, bytes(entry.getName(), from), to);
          last = entry;
        }
      }
      write(PACKED, last, packed(names, from), to);
    }
    Files.move(packed, jar, StandardCopyOption.REPLACE_EXISTING);
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

  /** The name of the first class of each package; then the others' class files. */
  private static byte[] packed(List<String> names, ZipFile jar) throws IOException {
    List<String> packages = new ArrayList<>();
    List<String> firsts = new ArrayList<>();
    ByteArrayOutputStream files = new ByteArrayOutputStream();
    DataOutputStream classes = new DataOutputStream(files);
    for (String name : names) {
      String folder = name.substring(0, name.lastIndexOf('.'));
      if (packages.contains(folder)) {
        byte[] classFile = bytes(name.replace('.', '/') + ".class", jar);
        classes.writeShort(packages.indexOf(folder));
        classes.writeInt(classFile.length);
        classes.write(classFile);
      } else {
        packages.add(folder);
        firsts.add(name);
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    out.writeShort(firsts.size());
    for (String first : firsts) {
      out.writeUTF(first);
    }
    out.writeShort(names.size() - firsts.size());
    out.write(files.toByteArray());
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
